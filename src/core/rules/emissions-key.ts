import type { Card } from '../card/card';
import { EMISSIONS_KEY } from '../card/emissions-entry';
import { keyName } from '../card/metadata';
import type { TextRange } from '../card/text-range';
import { FIELD_KEYS, misplacedFields } from './misplaced-fields';
import type { Finding, Rule } from './rule';

/** Names that authors give to the entry, folded to lower case and `_`. */
const ENTRY_NAMES = new Set([
  'co2_emissions',
  'co2_emission',
  'co2_eq_emission',
  'co2_eq_emmissions',
  'co2_eq_emisions',
  'co2_eq',
  'co2eq',
  'co2eq_emissions',
  'co2e_emissions',
  'co2_eq_emissions',
  'co2_equivalent_emissions',
  'co2_footprint',
  'carbon_emissions',
  'carbon_emitted',
  'carbon_footprint',
  'eq_co2_emissions',
]);

/** Names that authors give to the fields, folded likewise. */
const FIELD_NAMES: Readonly<Record<string, (typeof FIELD_KEYS)[number]>> = {
  emission: 'emissions',
  emmissions: 'emissions',
  emisions: 'emissions',
  hardware: 'hardware_used',
  hardwares_used: 'hardware_used',
  hardware_type: 'hardware_used',
  location: 'geographical_location',
  geographic_location: 'geographical_location',
  geographical_locations: 'geographical_location',
  geographical_location: 'geographical_location',
  geo_location: 'geographical_location',
  training: 'training_type',
  trainingtype: 'training_type',
  type: 'training_type',
  sources: 'source',
  energy: 'energy_consumed',
};

export const emissionsKey = {
  id: 'emissions-key',
  defaultSeverity: 'warning',
  summary: 'A misspelt or misplaced `co2_eq_emissions`, or a misspelt key inside it',
  *check({ card }) {
    if (card.metadata?.problem !== undefined) return;
    for (const { key, keyRange } of misspeltKeys(card))
      yield rename(key, EMISSIONS_KEY, keyRange, 'The Hub does not know');
    yield* notIndented(card);
    yield* misspeltFields(card);
  },
} satisfies Rule<'emissions-key'>;

/** Top-level keys that were meant to be `co2_eq_emissions`; none where the right one is there as well. */
export function misspeltKeys(card: Card): { key: string; keyRange: TextRange }[] {
  const { metadata, emissions } = card;
  if (metadata?.map === undefined || emissions !== undefined) return [];
  return metadata.map.items.flatMap((pair) => {
    const key = keyName(pair);
    const keyRange = metadata.rangeOf(pair.key);
    return keyRange !== undefined && ENTRY_NAMES.has(folded(key)) ? [{ key, keyRange }] : [];
  });
}

function* notIndented(card: Card): Generator<Finding> {
  const fields = misplacedFields(card);
  const [first] = fields;
  if (first === undefined) return;
  yield {
    range: first.keyRange,
    message: `\`${first.key}\` belongs to \`${EMISSIONS_KEY}\`, but without an indent the Hub reads it as another key. Indent it by two spaces.`,
    // Where the entry is a list already, an indent alone does not make a mapping of it.
    ...(card.emissions?.shape === 'null' && {
      fixes: [
        {
          title: `Indent ${fields.map(({ key }) => key).join(', ')}`,
          edits: fields.map(({ keyRange: { start } }) => ({ range: { start, end: start }, newText: '  ' })),
          safe: false,
        },
      ],
    }),
  };
}

function* misspeltFields(card: Card): Generator<Finding> {
  const fields = card.emissions?.fields ?? [];
  for (const { key, keyRange } of fields) {
    const meant = FIELD_KEYS.find((known) => known === folded(key)) ?? FIELD_NAMES[folded(key)];
    if (meant === undefined || meant === key || fields.some((field) => field.key === meant)) continue;
    yield rename(key, meant, keyRange, 'The Hub does not read');
  }
}

function rename(key: string, meant: string, range: TextRange, complaint: string): Finding {
  return {
    range,
    message: `${complaint} \`${key}\`; the key is \`${meant}\`.`,
    fixes: [{ title: `Rename to ${meant}`, edits: [{ range, newText: meant }], safe: true }],
  };
}

function folded(key: string): string {
  return key
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace('₂', '2');
}
