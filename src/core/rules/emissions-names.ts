import { distance } from 'fastest-levenshtein';
import { EMISSIONS_KEY } from '../card/emissions-entry';

/** The keys that the Hub documents for `co2_eq_emissions`. */
const DOCUMENTED_KEYS = [
  'emissions',
  'source',
  'training_type',
  'geographical_location',
  'hardware_used',
] as const;

/** Those, and the ones that Sentence Transformers adds. */
export const FIELD_KEYS = [
  ...DOCUMENTED_KEYS,
  'energy_consumed',
  'on_cloud',
  'cpu_model',
  'ram_total_size',
  'hours_used',
] as const;

/** The key that an author meant. */
export interface MeantKey {
  readonly meant: string;
  /** Whether it is the same word, written otherwise; another word for it may mean something else. */
  readonly isSpelling: boolean;
}

/** Other words for the entry, in lower case with `_`. */
const ENTRY_WORDS = new Set([
  'co2',
  'co2e',
  'co2eq',
  'co2_eq',
  'co2_emissions',
  'co2_emission',
  'co2e_emissions',
  'co2_equivalent_emissions',
  'co2_footprint',
  'carbon_emissions',
  'carbon_emitted',
  'carbon_footprint',
  'emissions_co2',
  'eq_co2_emissions',
]);

/** Other words for the fields, likewise. */
const FIELD_WORDS = new Map([
  ['co2_emissions', 'emissions'],
  ['emissions_g', 'emissions'],
  ['emissions_grams', 'emissions'],
  ['hardware', 'hardware_used'],
  ['hardware_type', 'hardware_used'],
  ['location', 'geographical_location'],
  ['geographic_location', 'geographical_location'],
  ['geo_location', 'geographical_location'],
  ['training', 'training_type'],
  ['type_of_training', 'training_type'],
]);

/** Two slips of the pen in a name this long are still the same word, one in a shorter name. */
const LONG_NAME = 9;
const LONGEST_NAME = 40;

/** What a top-level key was meant to be; undefined where it is `co2_eq_emissions` itself, or something else altogether. */
export function meantEntry(key: string): MeantKey | undefined {
  if (key === EMISSIONS_KEY || key.length > LONGEST_NAME) return undefined;
  const name = folded(key);
  if (ENTRY_WORDS.has(name)) return { meant: EMISSIONS_KEY, isSpelling: false };
  return isSlip(name, EMISSIONS_KEY) ? { meant: EMISSIONS_KEY, isSpelling: true } : undefined;
}

/** What a key inside `co2_eq_emissions` was meant to be; undefined where it is right, or unknown. */
export function meantField(key: string): MeantKey | undefined {
  if (FIELD_KEYS.some((known) => known === key) || key.length > LONGEST_NAME) return undefined;
  const name = folded(key);
  // CodeCarbon's own `gpu_model` is no slip of `cpu_model`: only the documented keys are looked for that closely.
  const meant =
    FIELD_KEYS.find((known) => known === name) ?? DOCUMENTED_KEYS.find((known) => isSlip(name, known));
  if (meant !== undefined) return { meant, isSpelling: true };
  const other = FIELD_WORDS.get(name);
  return other === undefined ? undefined : { meant: other, isSpelling: false };
}

function isSlip(name: string, known: string): boolean {
  return distance(name, known) <= (known.length < LONG_NAME ? 1 : 2);
}

function folded(key: string): string {
  return key
    .trim()
    .toLowerCase()
    .replace('₂', '2')
    .replace(/[\s-]+/g, '_');
}
