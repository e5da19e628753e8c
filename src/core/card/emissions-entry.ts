import { lineEndAt } from './line-break';
import { isRecord, type Metadata } from './metadata';
import type { TextRange } from './text-range';
import { isNamed, keyName, pairOf, type YamlNode, type YamlPair } from './yaml-node';

/** The Hub's key for the emissions of training. */
export const EMISSIONS_KEY = 'co2_eq_emissions';

/** How the value of `co2_eq_emissions` is written. The Hub reads a number or a mapping, nothing else. */
export type EmissionsShape = 'scalar' | 'mapping' | 'list' | 'null' | 'other';

/** One scalar that is, or should be, the number of grams. */
export interface DeclaredAmount {
  /** What js-yaml reads: a number where the card is right, a string where a unit or a comma stands in it. */
  readonly value: unknown;
  /** As written, with quotes. */
  readonly source: string;
  readonly range: TextRange;
  /** Whether another text can take its place and nothing else changes: no alias refers to it, no comment stands in it. */
  readonly replaceable: boolean;
}

/** A key of the mapping form, with what stands behind it. */
export interface EmissionsField {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: unknown;
  /** Undefined where nothing is written behind the key. */
  readonly valueRange: TextRange | undefined;
  readonly node: YamlNode;
}

/** The card's `co2_eq_emissions`. */
export interface EmissionsEntry {
  readonly shape: EmissionsShape;
  readonly keyRange: TextRange;
  /** From the key to the end of the value. */
  readonly range: TextRange;
  /** Undefined where the value is empty. */
  readonly valueRange: TextRange | undefined;
  /** The amount, wherever the author put it: the scalar, `emissions` of the mapping, or that of a list item. */
  readonly amount: DeclaredAmount | undefined;
  /** Whether an anchor stands on the value: an alias or a merge elsewhere would change with it. */
  readonly isShared: boolean;
  /** The keys of the mapping (or of a list's one-key mappings), in order. */
  readonly fields: readonly EmissionsField[];
}

/** Finds `co2_eq_emissions` at the top level of the metadata. */
export function findEmissionsEntry(text: string, metadata: Metadata): EmissionsEntry | undefined {
  const pair = pairOf(metadata.map, EMISSIONS_KEY);
  const keyRange = pair?.key.range;
  if (pair === undefined || keyRange === undefined) return undefined;
  const value = metadata.values[EMISSIONS_KEY];
  const fields = fieldsOf(pair.value, value);
  const valueRange = pair.value.range;
  const shape = shapeOf(pair.value, value);
  const isShared = isNamed(pair.value);
  const amountField = fields.find((field) => field.key === 'emissions');
  const written =
    shape === 'scalar'
      ? declaredAmount(text, { value, node: pair.value })
      : amountField && declaredAmount(text, amountField);
  return {
    shape,
    keyRange,
    range: { start: keyRange.start, end: valueRange?.end ?? keyRange.end },
    valueRange,
    amount: written && { ...written, replaceable: written.replaceable && !isShared },
    isShared,
    fields,
  };
}

function shapeOf({ kind }: YamlNode, value: unknown): EmissionsShape {
  switch (kind) {
    case 'mapping':
      return 'mapping';
    case 'sequence':
      return 'list';
    case 'nothing':
    case 'scalar':
      return value === null ? 'null' : 'scalar';
    case 'alias':
      return 'other';
  }
}

function fieldsOf(node: YamlNode, value: unknown): EmissionsField[] {
  if (node.kind === 'mapping') return node.pairs.flatMap((pair) => fieldOf(pair, value));
  if (node.kind !== 'sequence') return [];
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  return node.items.flatMap((item, index) => (item.kind === 'mapping' ? fieldsOf(item, items[index]) : []));
}

function fieldOf(pair: YamlPair, parent: unknown): EmissionsField[] {
  const keyRange = pair.key.range;
  if (keyRange === undefined) return [];
  const key = keyName(pair);
  const value = isRecord(parent) ? parent[key] : undefined;
  return [{ key, keyRange, value, valueRange: pair.value.range, node: pair.value }];
}

function declaredAmount(
  text: string,
  { value, node }: Pick<EmissionsField, 'value' | 'node'>,
): DeclaredAmount | undefined {
  const { range } = node;
  if (range === undefined || isRecord(value) || Array.isArray(value)) return undefined;
  // A tag such as `!!str` belongs to the amount: a number behind it would still be text.
  const start = node.kind === 'alias' ? range.start : (node.tagStart ?? range.start);
  return {
    value,
    source: text.slice(range.start, range.end),
    range: { start, end: range.end },
    replaceable: !isNamed(node) && !hasComment(text, { start, end: range.end }, node),
  };
}

/** Whether a comment stands between the tag, the sign of a block scalar, and the text. */
function hasComment(text: string, { start, end }: TextRange, node: YamlNode): boolean {
  if (node.kind !== 'scalar') return false;
  const inBlock =
    node.style === 'block' && text.slice(start, Math.min(lineEndAt(text, start), end)).includes('#');
  return inBlock || text.slice(start, node.range.start).includes('#');
}
