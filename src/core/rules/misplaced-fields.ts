import type { Card } from '../card/card';
import type { TextRange } from '../card/text-range';

/** The keys that the Hub documents for `co2_eq_emissions`, and those that Sentence Transformers adds. */
export const FIELD_KEYS = [
  'emissions',
  'source',
  'training_type',
  'geographical_location',
  'hardware_used',
  'energy_consumed',
  'on_cloud',
  'cpu_model',
  'ram_total_size',
  'hours_used',
] as const;

/** A key of the emissions block that stands at the top level, for want of an indent. */
export interface MisplacedField {
  readonly key: string;
  readonly keyRange: TextRange;
}

/** Fields that follow an empty `co2_eq_emissions:` without being indented, in order. */
export function misplacedFields(card: Card): MisplacedField[] {
  const { metadata, emissions } = card;
  if (metadata?.map === undefined || emissions === undefined) return [];
  if (emissions.shape !== 'null' && emissions.shape !== 'list') return [];
  const found: MisplacedField[] = [];
  for (const pair of metadata.map.items) {
    const keyRange = metadata.rangeOf(pair.key);
    if (keyRange === undefined || keyRange.start < emissions.range.end) continue;
    const key = card.text.slice(keyRange.start, keyRange.end);
    if (!FIELD_KEYS.some((known) => known === key)) break;
    found.push({ key, keyRange });
  }
  return found;
}
