import * as l10n from '@vscode/l10n';
import type { DroppedRows } from './cleaned-export';
import type { DropReason } from './profile';
import { grouped } from '../quantity/grouped';

/** A reason in words that follow "rows dropped because". */
export function dropWords(reason: DropReason): string {
  switch (reason) {
    case 'co2_missing':
      return l10n.t('no emissions, or none that can be read');
    case 'co2_not_positive':
      return l10n.t('emissions of zero or below');
    case 'parameters_missing':
      return l10n.t('no readable number of parameters');
    case 'size_missing':
      return l10n.t('no readable size');
    case 'likes_missing':
      return l10n.t('no readable number of likes');
    case 'commits_missing':
      return l10n.t('no readable number of commits');
    case 'downloads_missing':
      return l10n.t('no readable number of downloads');
    case 'date_missing':
      return l10n.t('no readable dates (YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ)');
    case 'age_negative':
      return l10n.t('changed last before it was created');
  }
}

/** "24 for no emissions, or none that can be read (row 7: "12 mg")". */
export function describeDropped({ reason, rows, examples }: DroppedRows): string {
  const example = examples[0];
  const count = grouped(rows.size);
  return example === undefined
    ? l10n.t('{0} for {1}', count, dropWords(reason))
    : l10n.t('{count} for {reason} (row {row}: "{cell}")', {
        count,
        reason: dropWords(reason),
        row: example.row,
        cell: example.cell,
      });
}
