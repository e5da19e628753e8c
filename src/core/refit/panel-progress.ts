import type { RefitProgress } from './progress';

/** What is going on, for a progress notification: "Reading 45 of 138 MB, 120,345 rows kept". */
export function progressWords({ phase, bytesRead, bytesTotal, rowsKept, round }: RefitProgress): string {
  const rows = `${rowsKept.toLocaleString('en')} rows kept`;
  switch (phase) {
    case 'reading':
      return `Reading ${bytesOf(bytesRead, bytesTotal)}, ${rows}`;
    case 'cleaning':
      return `Cleaning, ${rows}`;
    case 'fitting':
      return round === 0 ? `Fitting ${rows}` : `Removing influential rows, round ${round}`;
    case 'validating':
      return `Cross-validating, after ${round} ${round === 1 ? 'round' : 'rounds'} of removal`;
    case 'reporting':
      return 'Drawing the report';
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

function bytesOf(read: number, total: number): string {
  const unit = UNITS.find(({ bytes }) => total >= bytes) ?? { name: 'bytes', bytes: 1 };
  const shown = (bytes: number): string =>
    (bytes / unit.bytes).toLocaleString('en', { maximumFractionDigits: unit.name === 'GB' ? 1 : 0 });
  return `${shown(read)} of ${shown(total)} ${unit.name}`;
}
