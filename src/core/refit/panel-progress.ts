import * as l10n from '@vscode/l10n';
import type { RefitProgress } from './progress';
import { grouped } from '../quantity/grouped';

/** What is going on, for a progress notification: "Reading 45 of 138 MB, 120,345 rows kept". */
export function progressWords({ phase, bytesRead, bytesTotal, rowsKept, round }: RefitProgress): string {
  const rows = grouped(rowsKept);
  switch (phase) {
    case 'reading':
      return rowsKept === 1
        ? l10n.t('Reading {read} of {total} {unit}, 1 row kept', bytesOf(bytesRead, bytesTotal))
        : l10n.t('Reading {read} of {total} {unit}, {rows} rows kept', {
            ...bytesOf(bytesRead, bytesTotal),
            rows,
          });
    case 'cleaning':
      return rowsKept === 1 ? l10n.t('Cleaning, 1 row kept') : l10n.t('Cleaning, {0} rows kept', rows);
    case 'fitting':
      return round === 0
        ? l10n.t('Fitting {0} rows kept', rows)
        : l10n.t('Removing influential rows, round {0}', round);
    case 'validating':
      return round === 1
        ? l10n.t('Cross-validating, after 1 round of removal')
        : l10n.t('Cross-validating, after {0} rounds of removal', round);
    case 'reporting':
      return l10n.t('Drawing the report');
  }
}

/** Shares of the whole work by phase, in percent: on a large export, reading takes most of the time. */
const STARTS = { reading: 0, cleaning: 60, fitting: 65, validating: 80, reporting: 92 } as const;

/** How far the work has come, in percent; rounds are not known beforehand, so each takes a part of what is left. */
export function progressPercent({ phase, bytesRead, bytesTotal, round }: RefitProgress): number {
  if (phase === 'reading') return bytesTotal === 0 ? 0 : (bytesRead / bytesTotal) * STARTS.cleaning;
  if (phase !== 'fitting') return STARTS[phase];
  return STARTS.validating - (STARTS.validating - STARTS.fitting) * 0.85 ** round;
}

const UNITS = [
  { name: 'GB', bytes: 1e9 },
  { name: 'MB', bytes: 1e6 },
  { name: 'kB', bytes: 1e3 },
] as const;

function bytesOf(read: number, total: number): { read: string; total: string; unit: string } {
  const unit = UNITS.find(({ bytes }) => total >= bytes) ?? { name: l10n.t('bytes'), bytes: 1 };
  const shown = (bytes: number): string =>
    grouped(bytes / unit.bytes, { maximumFractionDigits: unit.name === 'GB' ? 1 : 0 });
  return { read: shown(read), total: shown(total), unit: unit.name };
}
