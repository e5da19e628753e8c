import * as l10n from '@vscode/l10n';
import type { Card } from '../card/card';
import { EMISSIONS_KEY, type EmissionsEntry } from '../card/emissions-entry';
import { isRecord } from '../card/metadata';
import { declaresThen } from '../card/reread';
import type { TextRange } from '../card/text-range';
import { isNamed, pairOf, type YamlNode } from '../card/yaml-node';
import { readAmount } from '../judgement/declared-amount';
import { printDecimal } from '../quantity/decimal';
import type { Fix } from './rule';

/** The text that takes the place of everything behind the key, and what the Hub reads then. */
interface Plain {
  readonly title: string;
  readonly newText: string;
  readonly value: unknown;
}

/**
 * The fix that puts the amount where the Hub looks for it: out of a list that holds nothing else (`- 5`, `[5]`), or in
 * grams in place of a `value` and its `unit`. Undefined where something else would be lost with the nesting.
 */
export function unnest(card: Card, entry: EmissionsEntry): Fix | undefined {
  const { metadata, text } = card;
  const field = entry.fields.find(({ key }) => key === 'emissions');
  const node = field?.node ?? pairOf(metadata?.map, EMISSIONS_KEY)?.value;
  if (entry.isShared || node?.range === undefined || isNamed(node)) return undefined;
  const { keyRange } = field ?? entry;
  const range = { start: text.indexOf(':', keyRange.end) + 1, end: node.range.end };
  const plain = onlyItem(text, node, { entry, range }) ?? inGrams(text, { entry, range });
  if (plain === undefined) return undefined;
  const { title, newText, value } = plain;
  const edits = [{ range, newText: ` ${newText}` }];
  const declared = metadata?.values[EMISSIONS_KEY];
  const then = field && isRecord(declared) ? { ...declared, emissions: value } : value;
  return declaresThen(card, edits, then) ? { title, edits, safe: true } : undefined;
}

interface Nesting {
  readonly entry: EmissionsEntry;
  /** From behind the colon to the end of the value. */
  readonly range: TextRange;
}

function onlyItem(text: string, node: YamlNode, { entry: { amount }, range }: Nesting): Plain | undefined {
  const item = node.kind === 'sequence' ? node.items[0] : undefined;
  if (amount?.place !== 'list' || item?.kind !== 'scalar' || item.isNamed) return undefined;
  if (readAmount(amount) === undefined) return undefined;
  const before = text.slice(range.start, item.range.start);
  const behind = text.slice(item.range.end, range.end);
  if (!/^[\s[-]*$/.test(before) || !/^[\s,\]]*$/.test(behind)) return undefined;
  const title = l10n.t('Write as the Hub reads it, without the list');
  return { title, newText: amount.source, value: amount.value };
}

function inGrams(text: string, { entry: { amount }, range }: Nesting): Plain | undefined {
  if (amount?.place !== 'parts') return undefined;
  const { grams, otherReading } = readAmount(amount) ?? {};
  if (grams === undefined || otherReading !== undefined) return undefined;
  if (text.slice(range.start, range.end).includes('#')) return undefined;
  const newText = printDecimal(grams);
  return { title: l10n.t('Change to {0} (grams)', newText), newText, value: Number(newText) };
}
