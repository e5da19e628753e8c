/** A number with optional thousands commas or decimals, and its exponent: two groups of a regular expression. */
export const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)((?:e[+-]?\d+)?)`;

/** The double of what {@link NUMBER} matched. */
export function numberOf(body: string, exponent: string): number {
  return Number(body.replaceAll(',', '') + exponent);
}

/**
 * Turns every run of ASCII white space into one blank. A pattern in which several optional blanks follow one another
 * would otherwise try every way of sharing a long run out among them.
 */
export function collapseSpaces(text: string): string {
  return text.replace(/[ \t\n\r\f\v]+/g, ' ');
}

const COUNT = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * Reads a count (parameters, likes, commits): digits, perhaps decimals and an exponent, nothing else.
 *
 * @returns NaN where the cell is missing or anything else ("7B", "-3", "1,000")
 */
export function parseCount(cell: string | number | null): number {
  if (typeof cell === 'number') return cell >= 0 && cell < Infinity ? cell : NaN;
  if (cell === null || !COUNT.test(trimAscii(cell))) return NaN;
  const value = Number(cell);
  return value < Infinity ? value : NaN;
}

const FLOAT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Reads a number as Python's `float` does, without its words for infinity. @returns NaN where it would raise */
export function parseFloatCell(cell: string | number | null): number {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : NaN;
  if (cell === null || !FLOAT.test(cell.trim())) return NaN;
  const value = Number(cell);
  return Number.isFinite(value) ? value : NaN;
}

/** Without the ASCII white space at both ends, and no other: a no-break space makes a cell unreadable. */
function trimAscii(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isAsciiSpace(text.charCodeAt(start))) start++;
  while (end > start && isAsciiSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isAsciiSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
