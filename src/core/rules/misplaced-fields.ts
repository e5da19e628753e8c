import { type Card, readCard } from '../card/card';
import { EMISSIONS_KEY } from '../card/emissions-entry';
import { lines } from '../card/front-matter';
import { lineBreakOf } from '../card/line-break';
import { sameValue } from '../card/same-value';
import { applyEdits, type TextEdit, type TextRange } from '../card/text-range';
import { keyName } from '../card/yaml-node';
import { parseQuantity } from '../quantity/quantity';
import { FIELD_KEYS } from './emissions-names';

/** A key of the emissions block that stands at the top level, for want of an indent. */
export interface MisplacedField {
  readonly key: string;
  readonly keyRange: TextRange;
  /** From the key to the end of the value. */
  readonly range: TextRange;
}

/**
 * Fields that follow an empty `co2_eq_emissions:` (or one that is a list) without being indented, in order; or, where
 * there is no such key, an `emissions` at the top level with the fields behind it.
 */
export function misplacedFields(card: Card): MisplacedField[] {
  const { emissions, metadata } = card;
  if (metadata?.map === undefined || metadata.problem !== undefined) return [];
  if (emissions !== undefined && emissions.shape !== 'null' && emissions.shape !== 'list') return [];
  const fields = topLevelFields(card);
  const first =
    emissions === undefined
      ? fields.findIndex(({ key }) => key === 'emissions' && isAmount(metadata.values[key]))
      : fields.findIndex(({ range }) => range.start >= emissions.range.end);
  const candidates = first < 0 ? [] : fields.slice(first);
  const end = candidates.findIndex(({ key }) => !FIELD_KEYS.some((known) => known === key));
  return end < 0 ? candidates : candidates.slice(0, end);
}

/** `emissions: [diesel, petrol]` is about something else. */
function isAmount(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && parseQuantity(value) !== undefined);
}

function topLevelFields({ metadata }: Card): MisplacedField[] {
  return (metadata?.map?.pairs ?? []).flatMap((pair) => {
    const keyRange = pair.key.range;
    if (keyRange === undefined) return [];
    const end = Math.max(pair.value.range?.end ?? 0, keyRange.end);
    return [{ key: keyName(pair), keyRange, range: { start: keyRange.start, end } }];
  });
}

/**
 * Indents every line of the fields by two spaces, below a new `co2_eq_emissions:` where there is none.
 *
 * @returns undefined where that would not make a mapping of them: text that is wrapped to the left margin, flow style.
 */
export function indentFields(card: Card, fields: readonly MisplacedField[]): TextEdit[] | undefined {
  const [first] = fields;
  if (first === undefined) return undefined;
  const { start } = first.keyRange;
  const header = `${EMISSIONS_KEY}:${lineBreakOf(card.text)}`;
  const edits = fields.flatMap(({ range }) => indented(card.text, range));
  const all = card.emissions ? edits : [{ range: { start, end: start }, newText: header }, ...edits];
  const { emissions, metadata } = readCard(applyEdits(card.text, all));
  const isMapping = metadata?.problem === undefined && emissions?.shape === 'mapping';
  const keptAll = emissions?.fields.every(({ value }, index) => isKept(value, card, fields[index]));
  const isMeant = isMapping && emissions.fields.length === fields.length && keptAll === true;
  return isMeant && keepsOthers(card, fields, metadata?.values ?? {}) ? all : undefined;
}

/** An indent must not take the next key along. */
function keepsOthers(
  { metadata }: Card,
  fields: readonly MisplacedField[],
  mended: Readonly<Record<string, unknown>>,
): boolean {
  const moved = new Set([EMISSIONS_KEY, ...fields.map(({ key }) => key)]);
  return Object.entries(metadata?.values ?? {}).every(
    ([key, value]) => moved.has(key) || sameValue(value, mended[key]),
  );
}

function isKept(value: unknown, card: Card, field: MisplacedField | undefined): boolean {
  return field !== undefined && sameValue(value, card.metadata?.values[field.key]);
}

function indented(text: string, { start, end }: TextRange): TextEdit[] {
  return [...lines(text.slice(0, end), start)]
    .filter(({ line }) => line.trim() !== '')
    .map((line) => ({ range: { start: line.start, end: line.start }, newText: '  ' }));
}
