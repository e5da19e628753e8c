import type { DroppedRows } from './cleaned-export';
import type { DropReason } from './profile';

/** Each reason in words that follow "rows dropped because". */
export const DROP_WORDS: Readonly<Record<DropReason, string>> = {
  co2_missing: 'no emissions, or none that can be read',
  co2_not_positive: 'emissions of zero or below',
  parameters_missing: 'no readable number of parameters',
  size_missing: 'no readable size',
  likes_missing: 'no readable number of likes',
  commits_missing: 'no readable number of commits',
  downloads_missing: 'no readable number of downloads',
  date_missing: 'no readable dates (YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ)',
  age_negative: 'changed last before it was created',
};

/** "24 for no emissions, or none that can be read (row 7: "12 mg")". */
export function describeDropped({ reason, rows, examples }: DroppedRows): string {
  const example = examples[0];
  const shown = example === undefined ? '' : ` (row ${example.row}: "${example.cell}")`;
  return `${rows.size.toLocaleString('en')} for ${DROP_WORDS[reason]}${shown}`;
}
