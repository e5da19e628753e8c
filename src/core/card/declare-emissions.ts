import * as l10n from '@vscode/l10n';
import { type Card, readCard } from './card';
import { EMISSIONS_KEY, type EmissionsEntry, type EmissionsField } from './emissions-entry';
import { lineBreakOf, lineEndAt, lineStartAt } from './line-break';
import { isRecord } from './metadata';
import { sameValue } from './same-value';
import { applyEdits, type TextEdit } from './text-range';

/** What to write below `co2_eq_emissions`, in this order. A number is given as it shall be printed. */
export type Declaration = Readonly<Record<string, string | boolean | { readonly number: string }>>;

/** A value of the card that gives way to another. */
export interface Replacement {
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

export type DeclarationEdits =
  | { readonly edits: readonly TextEdit[]; readonly replaced: readonly Replacement[] }
  /** Why the card cannot be edited safely, and what to do, in a sentence or two. */
  | { readonly refusal: string };

/**
 * The smallest edits after which the card declares these values: keys that are there are replaced in place, others are
 * added below them, and everything else keeps every byte. The edited text is read again before it is offered.
 */
export function declareEmissions(card: Card, declaration: Declaration): DeclarationEdits {
  const refusal = refusalOf(card);
  if (refusal !== undefined) return { refusal };
  const edits = editsFor(card, declaration);
  if (!saysSo(card, applyEdits(card.text, edits), declaration)) {
    return {
      refusal: l10n.t(
        'The metadata is written in a way that cannot be edited safely here. Copy the lines as YAML instead.',
      ),
    };
  }
  return { edits, replaced: replacedValues(card, declaration) };
}

/** The declaration as YAML lines of its own, with the key above them. */
export function declarationAsYaml(declaration: Declaration, eol = '\n'): string {
  return `${EMISSIONS_KEY}:${linesOf(declaration, eol, '  ')}`;
}

function refusalOf({ refusal, frontMatter, metadata, kind }: Card): string | undefined {
  if (refusal !== undefined) return refusal;
  if (kind !== 'model') return l10n.t('This is not the card of a model.');
  if (frontMatter?.state === 'unclosed') {
    return l10n.t(
      'The metadata is not closed, so the Hub does not see it yet. Close it with a line of --- first.',
    );
  }
  if (metadata?.problem !== undefined) {
    return l10n.t('The Hub cannot read the metadata ({0}). Mend that first.', metadata.problem.message);
  }
  return undefined;
}

function editsFor({ text, frontMatter, emissions }: Card, declaration: Declaration): TextEdit[] {
  const eol = lineBreakOf(text);
  if (frontMatter === undefined) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    return [insertion(start, `---${eol}${declarationAsYaml(declaration, eol)}${eol}---${eol}${eol}`)];
  }
  if (emissions === undefined) {
    return [insertion(frontMatter.yaml.end, `${eol}${declarationAsYaml(declaration, eol)}`)];
  }
  switch (emissions.shape) {
    case 'mapping':
      return emissions.fields.length === 0
        ? overwritten(text, emissions, declaration)
        : mappingEdits(text, emissions, declaration);
    case 'scalar':
      return scalarEdits(text, emissions, declaration);
    case 'null':
    case 'list':
    case 'other':
      return overwritten(text, emissions, declaration);
  }
}

function mappingEdits(text: string, entry: EmissionsEntry, declaration: Declaration): TextEdit[] {
  const edits: TextEdit[] = [];
  const added: [string, Declaration[string]][] = [];
  for (const [key, value] of Object.entries(declaration)) {
    const field = entry.fields.find((candidate) => candidate.key === key);
    if (field === undefined) added.push([key, value]);
    else if (!says(field.value, value)) edits.push(fieldEdit(text, field, printed(value)));
  }
  const [first, last] = [entry.fields[0], entry.fields.at(-1)];
  if (added.length === 0 || first === undefined || last === undefined) return edits;
  const lastEnd = writtenEnd(text, last);
  if (text[entry.valueRange?.start ?? 0] === '{') {
    edits.push(insertion(lastEnd, added.map(([key, value]) => `, ${key}: ${printed(value)}`).join('')));
  } else {
    const indent = text.slice(lineStartAt(text, first.keyRange.start), first.keyRange.start);
    edits.push(
      insertion(lineEndAt(text, lastEnd), linesOf(Object.fromEntries(added), lineBreakOf(text), indent)),
    );
  }
  return edits;
}

function fieldEdit(text: string, field: EmissionsField, newText: string): TextEdit {
  if (field.valueRange === undefined) {
    const colon = text.indexOf(':', field.keyRange.end) + 1;
    return insertion(colon, ` ${newText}`);
  }
  return { range: { start: field.valueRange.start, end: writtenEnd(text, field) }, newText };
}

/** `co2_eq_emissions: 5 # grams` becomes a mapping; the comment stays beside the number. */
function scalarEdits(text: string, entry: EmissionsEntry, declaration: Declaration): TextEdit[] {
  const { amount } = entry;
  const { emissions, ...rest } = declaration;
  if (amount === undefined || emissions === undefined) return overwritten(text, entry, declaration);
  const eol = lineBreakOf(text);
  const range = { start: colonAfter(text, entry), end: amount.range.end };
  return [
    { range, newText: linesOf({ emissions }, eol, '  ') },
    insertion(lineEndAt(text, amount.range.end), linesOf(rest, eol, '  ')),
  ];
}

/** The value as a whole gives way; what a list declared beside the amount is kept. */
function overwritten(text: string, entry: EmissionsEntry, declaration: Declaration): TextEdit[] {
  const eol = lineBreakOf(text);
  const kept = entry.fields.filter(({ key, valueRange }) => !Object.hasOwn(declaration, key) && valueRange);
  const keptLines = kept.map((field) => {
    const written = text.slice(field.valueRange?.start, writtenEnd(text, field));
    return `${eol}  ${field.key}: ${written}`;
  });
  const newText = linesOf(declaration, eol, '  ') + keptLines.join('');
  const start = colonAfter(text, entry);
  if (entry.valueRange === undefined) return [insertion(lineEndAt(text, start), newText)];
  return [{ range: { start, end: trimmedEnd(text, entry.valueRange.start, entry.valueRange.end) }, newText }];
}

function linesOf(declaration: Declaration, eol: string, indent: string): string {
  return Object.entries(declaration)
    .map(([key, value]) => `${eol}${indent}${key}: ${printed(value)}`)
    .join('');
}

/** What needs no quotes anywhere in YAML; "8 x A100" is as common as it is harmless. */
const PLAIN = /^(?:\d+ x )?[A-Za-z][\w ()./-]*$/;
const KEYWORD = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

function printed(value: Declaration[string]): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'object') return value.number;
  return PLAIN.test(value) && !KEYWORD.test(value) && value === value.trim() ? value : JSON.stringify(value);
}

function says(found: unknown, wanted: Declaration[string]): boolean {
  return found === (typeof wanted === 'object' ? Number(wanted.number) : wanted);
}

/** Whether the text, read anew, declares these values and says everything else as before. */
function saysSo(card: Card, text: string, declaration: Declaration): boolean {
  const after = readCard(text);
  const declared = after.metadata?.values[EMISSIONS_KEY];
  if (!isRecord(declared) || !sameValue(othersOf(after), othersOf(card))) return false;
  const kept = (card.emissions?.fields ?? []).filter(
    ({ key, value }) => !Object.hasOwn(declaration, key) && value !== null && value !== undefined,
  );
  return (
    Object.entries(declaration).every(([key, value]) => says(declared[key], value)) &&
    kept.every(({ key, value }) => sameValue(declared[key], value))
  );
}

/** What the card says beside its emissions, for comparison. */
function othersOf({ metadata }: Card): unknown {
  return Object.entries(metadata?.values ?? {}).filter(([key]) => key !== EMISSIONS_KEY);
}

function replacedValues({ text, emissions }: Card, declaration: Declaration): Replacement[] {
  if (emissions === undefined) return [];
  const amounts =
    emissions.shape === 'scalar' && emissions.amount !== undefined
      ? [{ key: 'emissions', value: emissions.amount.value, valueRange: emissions.amount.range }]
      : emissions.fields;
  return amounts.flatMap(({ key, value, valueRange }) => {
    const wanted = Object.hasOwn(declaration, key) ? declaration[key] : undefined;
    if (wanted === undefined || valueRange === undefined || says(value, wanted)) return [];
    const before = text.slice(valueRange.start, trimmedEnd(text, valueRange.start, valueRange.end));
    return [{ key, before, after: printed(wanted) }];
  });
}

function insertion(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

function colonAfter(text: string, { keyRange }: EmissionsEntry): number {
  return text.indexOf(':', keyRange.end) + 1;
}

function writtenEnd(text: string, { keyRange, valueRange }: EmissionsField): number {
  return valueRange
    ? trimmedEnd(text, valueRange.start, valueRange.end)
    : text.indexOf(':', keyRange.end) + 1;
}

/** The end of a value without the line break that block scalars and collections take with them. */
function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
