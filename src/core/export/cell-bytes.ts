import { instantOf } from '../refit/instant-text';

const ZERO = 48;
const NINE = 57;
const DOT = 46;
const HYPHEN = 45;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;

/** A number of up to fifteen digits is a double exactly, and so is a power of ten up to the 22nd. */
const EXACT_DIGITS = 15;

const POWERS_OF_TEN = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => Number(`1e${power}`));

/** The count that a cell of digits holds; NaN where it is empty, long, or holds anything else. */
export function plainCount(bytes: Uint8Array, start: number, end: number): number {
  if (start === end || end - start > EXACT_DIGITS) return NaN;
  let value = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < ZERO || byte > NINE) return NaN;
    value = value * 10 + (byte - ZERO);
  }
  return value;
}

/** Full stop, comma, e and E: after digits, any of them may belong to the number. */
const CAN_GO_ON: readonly number[] = [DOT, 44, 101, 69];

/** A number at the beginning of a cell, and where it ends. */
export class LeadingNumber {
  value = 0;
  end = 0;

  /**
   * Reads digits, perhaps with decimals. The quotient of two exact doubles is rounded once, so it is the very double
   * that `Number` gives.
   *
   * @returns false where the cell begins with anything else, where the number may go on after them (an exponent, a
   *   thousands comma), and where it has more digits than a double holds
   */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    let value = 0;
    let dot = -1;
    let at = start;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= ZERO && byte <= NINE) value = value * 10 + (byte - ZERO);
      else if (byte === DOT && dot < 0) dot = at;
      else break;
    }
    const decimals = dot < 0 ? 0 : at - dot - 1;
    const digits = at - start - (dot < 0 ? 0 : 1);
    this.value = value / (POWERS_OF_TEN[decimals] ?? 1);
    this.end = at;
    const isWhole = at === end || !CAN_GO_ON.includes(bytes[at] ?? 0);
    return isWhole && digits > decimals && digits <= EXACT_DIGITS && (dot < 0 || decimals > 0);
  }
}

/**
 * The moment that a cell such as 2023-08-07T15:27:37.000Z or 2023-08-07T15:27:37Z names, in milliseconds since 1970;
 * NaN where it is written in any other way, or is no moment.
 */
export function usualInstant(bytes: Uint8Array, start: number, end: number): number {
  const fraction = end - start === 24;
  if (!fraction && end - start !== 20) return NaN;
  const marked =
    bytes[start + 4] === HYPHEN &&
    bytes[start + 7] === HYPHEN &&
    bytes[start + 10] === LETTER_T &&
    bytes[start + 13] === COLON &&
    bytes[start + 16] === COLON &&
    (!fraction || bytes[start + 19] === DOT) &&
    bytes[end - 1] === LETTER_Z;
  if (!marked) return NaN;
  return instantOf(
    100 * twoDigits(bytes, start) + twoDigits(bytes, start + 2),
    twoDigits(bytes, start + 5),
    twoDigits(bytes, start + 8),
    twoDigits(bytes, start + 11),
    twoDigits(bytes, start + 14),
    twoDigits(bytes, start + 17),
    fraction ? 10 * twoDigits(bytes, start + 20) + plainCount(bytes, start + 22, start + 23) : 0,
  );
}

/** NaN, which no comparison lets pass, where either is no digit. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO;
  const ones = (bytes[at + 1] ?? 0) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NaN;
}
