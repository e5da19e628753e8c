import type { Metadata } from './metadata';

/** What a README.md on the Hub describes. */
export type CardKind = 'model' | 'dataset' | 'space';

const DATASET_KEYS = [
  'dataset_info',
  'task_categories',
  'task_ids',
  'configs',
  'size_categories',
  'annotations_creators',
];
const SPACE_KEYS = ['sdk', 'app_file', 'colorFrom', 'colorTo', 'sdk_version'];

/**
 * Dataset and Space cards are README.md too, with other metadata. A card is a model's unless its keys
 * say otherwise; `co2_eq_emissions` settles it, since only model cards have it.
 */
export function cardKind(values: Metadata['values']): CardKind {
  if ('co2_eq_emissions' in values) return 'model';
  if (SPACE_KEYS.some((key) => key in values)) return 'space';
  if (DATASET_KEYS.some((key) => key in values)) return 'dataset';
  return 'model';
}
