const INSTANT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z)?$/;

/** Milliseconds in a day. */
export const DAY = 86_400_000;

/**
 * Reads a date as the Hub writes it: `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ss[.fff]Z`, in UTC.
 *
 * @returns milliseconds since 1970, NaN where the cell is missing, written otherwise, or no day of the calendar
 */
export function parseInstant(cell: string | null): number {
  const match = cell === null ? null : INSTANT.exec(cell.trim());
  if (match === null) return NaN;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = ''] = match;
  const milliseconds = Number(fraction.padEnd(3, '0'));
  return instantOf(
    Number(year),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    milliseconds,
  );
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Milliseconds since 1970 of a moment in UTC; NaN where there is no such moment. */
export function instantOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  millisecond: number,
): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const lastDay = (DAYS_IN_MONTH[month - 1] ?? 0) + leap;
  if (year < 1 || day < 1 || day > lastDay || hour > 23 || minute > 59 || second > 59) return NaN;
  return (
    daysSince1970(year, month, day) * DAY + hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond
  );
}

/** Days of the proleptic Gregorian calendar, counted in years that begin in March so that leap days come last. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}
