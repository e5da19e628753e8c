import * as l10n from '@vscode/l10n';
import { EMISSIONS_KEY, type EmissionsEntry } from '../card/emissions-entry';
import { lineStartAt } from '../card/line-break';
import { isRecord } from '../card/metadata';
import { type Card, readCard } from '../card/card';
import { flowListToMapping } from './flow-list';
import { unnest } from './nested-amount';
import { applyEdits, type TextEdit } from '../card/text-range';
import type { Finding, Rule } from './rule';

export const emissionsShape = {
  id: 'emissions-shape',
  defaultSeverity: 'error',
  summary: 'Emissions in a form that the Hub cannot read: a list, a boolean, something nested',
  *check({ card }) {
    const entry = card.emissions;
    if (entry === undefined || card.metadata?.problem !== undefined) return;
    if (entry.shape === 'list') yield listForm(card, entry);
    else if (entry.shape === 'other') yield* behindAlias(card, entry);
    else if (entry.shape === 'scalar' && typeof entry.amount?.value === 'boolean')
      yield notANumber(entry, entry.valueRange);
    else if (entry.shape === 'mapping') yield* nestedAmount(card, entry);
  },
} satisfies Rule<'emissions-shape'>;

function listForm(card: Card, entry: EmissionsEntry): Finding {
  const finding = { range: entry.keyRange, message: listMessage() };
  const dashes = dashesToBlanks(card.text, entry);
  const edits = dashes ?? flowListToMapping(card, entry);
  if (edits === undefined) {
    const fix = unnest(card, entry);
    return { ...finding, ...(fix && { fixes: [fix] }) };
  }
  const title = dashes
    ? l10n.t('Write as a mapping, without dashes')
    : l10n.t('Write as the Hub reads it, without the list');
  return { ...finding, fixes: [{ title, edits, safe: true }] };
}

function listMessage(): string {
  return l10n.t(
    'The Hub cannot read emissions written as a list and drops them. Write the keys below `co2_eq_emissions` without dashes.',
  );
}

/**
 * What an alias stands for is written elsewhere, where a change would be one of something else too. Text in place of a
 * number is the business of `emissions-unit` and `emissions-number`.
 */
function* behindAlias(card: Card, entry: EmissionsEntry): Generator<Finding> {
  const value = card.metadata?.values[EMISSIONS_KEY];
  if (typeof value === 'number' || value === null) return;
  if (typeof value === 'string' && value.trim() !== '') return;
  if (isRecord(value)) {
    yield* nestedAmount(card, entry);
    return;
  }
  if (Array.isArray(value)) yield { range: entry.valueRange ?? entry.keyRange, message: listMessage() };
  else yield notANumber(entry, entry.valueRange);
}

/**
 * `- emissions: 5` becomes `  emissions: 5`: each dash gives way to a blank, so that every key keeps its column and not
 * one byte more is touched. Only where each key stands once, on lines of its own.
 */
function dashesToBlanks(text: string, entry: EmissionsEntry): TextEdit[] | undefined {
  const keys = entry.fields.map((field) => field.key);
  if (entry.isShared || keys.length === 0 || new Set(keys).size < keys.length) return undefined;
  const columns = new Set<number>();
  const edits: TextEdit[] = [];
  for (const { keyRange } of entry.fields) {
    const lineStart = lineStartAt(text, keyRange.start);
    const before = text.slice(lineStart, keyRange.start);
    if (!/^[ ]*(?:-[ ]+)?$/.test(before)) return undefined;
    columns.add(before.length);
    const dash = lineStart + before.indexOf('-');
    if (before.includes('-')) edits.push({ range: { start: dash, end: dash + 1 }, newText: ' ' });
  }
  return columns.size === 1 && makesMapping(text, edits, keys.length) ? edits : undefined;
}

/** An item of the list may be no key at all. */
function makesMapping(text: string, edits: readonly TextEdit[], keys: number): boolean {
  const { emissions, metadata } = readCard(applyEdits(text, edits));
  const isMapping = metadata?.problem === undefined && emissions?.shape === 'mapping';
  return isMapping && emissions.fields.length === keys;
}

function notANumber(entry: EmissionsEntry, range: Finding['range'] | undefined): Finding {
  return {
    range: range ?? entry.keyRange,
    message: l10n.t('The Hub needs the grams of CO₂eq here: a plain number, or a mapping with `emissions`.'),
  };
}

function* nestedAmount(card: Card, entry: EmissionsEntry): Generator<Finding> {
  const field = entry.fields.find(({ key }) => key === 'emissions');
  if (field === undefined) return;
  const { value, valueRange } = field;
  if (isRecord(value) || Array.isArray(value) || typeof value === 'boolean') {
    const fix = entry.shape === 'mapping' ? unnest(card, entry) : undefined;
    yield {
      ...notANumber(entry, valueRange),
      message: l10n.t('The Hub needs a plain number of grams for `emissions`, nothing nested.'),
      ...(fix && { fixes: [fix] }),
    };
  }
}
