import * as l10n from '@vscode/l10n';
import type { Card } from '../card/card';
import { EMISSIONS_KEY, type EmissionsEntry, type EmissionsField } from '../card/emissions-entry';
import { lineBreakOf, lineEndAt, lineStartAt } from '../card/line-break';
import { isRecord } from '../card/metadata';
import { declaresThen } from '../card/reread';
import type { TextEdit } from '../card/text-range';
import type { Rule } from './rule';

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
    const isFixed = entry.isShared || card.metadata?.map?.isFlow === true;
    const edits = isFixed ? undefined : addKeys(card, entry, absent);
    const isRead = edits !== undefined && declaresThen(card, edits, withKeys(card, absent));
    yield {
      range: entry.keyRange,
      message: l10n.t(
        'Readers can compare these emissions better when they know {0}.',
        absent.map((key) => `\`${key}\``).join(', '),
      ),
      ...(isRead && { fixes: [{ title: l10n.t('Add {0}', absent.join(', ')), edits, safe: false }] }),
    };
  },
} satisfies Rule<'emissions-context'>;

/** What the card is to declare then: a key that is meant to be filled in is null until it is. */
function withKeys({ metadata }: Card, keys: readonly string[]): unknown {
  const declared = metadata?.values[EMISSIONS_KEY];
  const fields = isRecord(declared) ? declared : { emissions: declared };
  return { ...fields, ...Object.fromEntries(keys.map((key) => [key, null])) };
}

/** The keys, empty, below the last line of the entry; the scalar form becomes the mapping form. */
function addKeys({ text }: Card, entry: EmissionsEntry, keys: readonly string[]): TextEdit[] | undefined {
  const lineBreak = lineBreakOf(text);
  if (entry.shape === 'scalar') return scalarToMapping(text, entry, keys);
  const first = entry.fields[0];
  const last = entry.fields.at(-1);
  if (first === undefined || last === undefined || isFlow(text, entry)) return undefined;
  if (entry.fields.some((field) => isCompact(text, field))) return undefined;
  const indent = text.slice(lineStartAt(text, first.keyRange.start), first.keyRange.start);
  const end = lineEndAt(text, last.valueRange?.end ?? last.keyRange.end);
  const newText = keys.map((key) => `${lineBreak}${indent}${key}:`).join('');
  return [{ range: { start: end, end }, newText }];
}

/** Puts `emissions:` on a line of its own, and what stands behind the number stays behind it. */
function scalarToMapping(
  text: string,
  { amount, keyRange }: EmissionsEntry,
  keys: readonly string[],
): TextEdit[] | undefined {
  if (amount?.replaceable !== true || /[\r\n]/.test(amount.source)) return undefined;
  // From behind the colon, so that no blank is left at the end of its line.
  const colon = text.indexOf(':', keyRange.end) + 1;
  if (!/^[ \t]*$/.test(text.slice(colon, amount.range.start))) return undefined;
  const margin = text.slice(lineStartAt(text, keyRange.start), keyRange.start);
  if (margin.trim() !== '') return undefined;
  const indent = `${lineBreakOf(text)}${margin}  `;
  const end = lineEndAt(text, amount.range.end);
  return [
    { range: { start: colon, end: amount.range.start }, newText: `${indent}emissions: ` },
    { range: { start: end, end }, newText: keys.map((key) => `${indent}${key}:`).join('') },
  ];
}

/** A mapping in the line of its key, as in `source: &a measured: yes`, which readers of YAML take for different things. */
function isCompact(text: string, { keyRange, node }: EmissionsField): boolean {
  return (
    node.kind === 'mapping' &&
    !node.isFlow &&
    /:[ \t]/.test(text.slice(keyRange.end, lineEndAt(text, keyRange.end)))
  );
}

function isFlow(text: string, { valueRange }: EmissionsEntry): boolean {
  return valueRange !== undefined && text[valueRange.start] === '{';
}
