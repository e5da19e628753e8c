import type { EmissionsEntry } from '../card/emissions-entry';
import { lineBreakOf, lineEndAt, lineStartAt } from '../card/line-break';
import type { Fix, Rule } from './rule';

const CONTEXT_KEYS = ['source', 'training_type', 'geographical_location', 'hardware_used'] as const;

export const emissionsContext = {
  id: 'emissions-context',
  defaultSeverity: 'hint',
  summary: 'Source, training type, location or hardware absent',
  *check({ card }) {
    const entry = card.emissions;
    if (entry?.amount === undefined || card.metadata?.problem !== undefined) return;
    if (entry.shape !== 'mapping' && entry.shape !== 'scalar') return;
    const absent = CONTEXT_KEYS.filter((key) => !entry.fields.some((field) => field.key === key));
    if (absent.length === 0) return;
    const fix = addKeys(card.text, entry, absent);
    yield {
      range: entry.keyRange,
      message: `Readers can compare these emissions better when they know ${absent.map((key) => `\`${key}\``).join(', ')}.`,
      ...(fix && { fixes: [fix] }),
    };
  },
} satisfies Rule<'emissions-context'>;

/** Adds the keys, empty, below the last line of the entry; the scalar form becomes the mapping form. */
function addKeys(text: string, entry: EmissionsEntry, keys: readonly string[]): Fix | undefined {
  const { amount, keyRange } = entry;
  if (amount === undefined) return undefined;
  const eol = lineBreakOf(text);
  const title = `Add ${keys.join(', ')}`;
  if (entry.shape === 'scalar') {
    const indent = `${eol}  `;
    const mapping = `${indent}emissions: ${amount.source}${keys.map((key) => `${indent}${key}:`).join('')}`;
    // From behind the colon, so that no blank is left at the end of its line.
    const colon = text.indexOf(':', keyRange.end) + 1;
    return {
      title,
      edits: [{ range: { start: colon, end: amount.range.end }, newText: mapping }],
      safe: false,
    };
  }
  const first = entry.fields[0];
  const last = entry.fields.at(-1);
  if (first === undefined || last === undefined || isFlow(text, entry)) return undefined;
  const indent = text.slice(lineStartAt(text, first.keyRange.start), first.keyRange.start);
  const end = lineEndAt(text, last.valueRange?.end ?? last.keyRange.end);
  return {
    title,
    edits: [{ range: { start: end, end }, newText: keys.map((key) => `${eol}${indent}${key}:`).join('') }],
    safe: false,
  };
}

function isFlow(text: string, { valueRange }: EmissionsEntry): boolean {
  return valueRange !== undefined && text[valueRange.start] === '{';
}
