import type { Card } from '../card/card';
import { EMISSIONS_KEY, type EmissionsEntry } from '../card/emissions-entry';
import { isRecord } from '../card/metadata';
import { declaresThen } from '../card/reread';
import type { TextEdit } from '../card/text-range';
import { pairOf } from '../card/yaml-node';

/**
 * `[emissions: 5, source: x]` and `[{emissions: 5}, {source: x}]` become one mapping in braces, `[5]` becomes 5: only
 * brackets and braces change. Undefined where the entry is no such list, or the Hub would read other values behind it.
 */
export function flowListToMapping(card: Card, entry: EmissionsEntry): TextEdit[] | undefined {
  const { metadata, text } = card;
  const list = pairOf(metadata?.map, EMISSIONS_KEY)?.value;
  if (list?.kind !== 'sequence' || !list.isFlow || entry.isShared) return undefined;
  const { range } = list;
  const inBraces = list.items.flatMap((item) =>
    item.range !== undefined && text[item.range.start] === '{' ? [item.range] : [],
  );
  const [only] = list.items;
  const isBare = list.items.length === 1 && (only?.kind === 'scalar' || inBraces.length === 1);
  if (!isBare && !list.items.every(({ kind }) => kind === 'mapping')) return undefined;
  const outer = isBare ? ['', ''] : ['{', '}'];
  const edits = [
    replaced(range.start, outer[0] ?? ''),
    ...(isBare ? [] : inBraces.flatMap(({ start, end }) => [replaced(start, ''), replaced(end - 1, '')])),
    replaced(range.end - 1, outer[1] ?? ''),
  ];
  return saysTheSame(card, entry, edits) ? edits : undefined;
}

function replaced(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at + 1 }, newText };
}

/** Whether the Hub then reads the values of the list's items, each key of them once. */
function saysTheSame(card: Card, { fields }: EmissionsEntry, edits: readonly TextEdit[]): boolean {
  const items = card.metadata?.values[EMISSIONS_KEY];
  if (!Array.isArray(items)) return false;
  const values: readonly unknown[] = items;
  const isUnique = new Set(fields.map(({ key }) => key)).size === fields.length;
  const said = values.every(isRecord)
    ? Object.fromEntries(values.flatMap((item) => Object.entries(item)))
    : values[0];
  return isUnique && declaresThen(card, edits, said);
}
