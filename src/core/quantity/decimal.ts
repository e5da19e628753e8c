import Big from 'big.js';
import type { QuantityReading } from './quantity';
import { isMassUnit, toGrams } from './unit';

/** Digits of a round number that are taken as meant: "960000" may stand for 962 thousand, not for a million. */
const SIGNIFICANT_DIGITS = 2;
/** Numbers outside ten to these powers are printed with an exponent, as nobody could count their zeros. */
const LARGEST_PLAIN = 21;
const SMALLEST_PLAIN = -15;

/**
 * A number as YAML reads it back exactly, without an exponent at ordinary sizes: "100", "0.0067", "1.5e+30".
 * The point and the signed exponent are what YAML 1.1 asks of a float ("1e30" would be a string to PyYAML).
 */
export function printDecimal(value: Big): string {
  const isPlain = value.eq(0) || (value.e < LARGEST_PLAIN && value.e >= SMALLEST_PLAIN);
  if (isPlain) return value.abs().eq(0) ? '0' : value.toFixed();
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${exponent}`;
}

/**
 * Whether two printed amounts can be one and the same, each rounded or cut off to the digits that it shows:
 * "0.007 kg" states 6.7 g, "25.4 kg" states 25,460 g, and 960000 g may round 962 kg. A printed zero equals only zero:
 * "0.000 kg" agrees with anything small, so it says nothing. Bare numbers are compared with bare numbers; ranges and
 * bounds equal nothing.
 */
export function equalUpToPrintedDigits(a: QuantityReading, b: QuantityReading): boolean {
  const left = printed(a);
  const right = printed(b);
  if (!left || !right || (a.unit === undefined) !== (b.unit === undefined)) return false;
  if (left.value.eq(0) || right.value.eq(0)) return left.value.eq(right.value);
  const [coarse, fine] = left.step.gt(right.step) ? [left, right] : [right, left];
  const difference = fine.value.abs().minus(coarse.value.abs());
  if (!fine.value.times(coarse.value).gt(0)) return false;
  return difference.abs().times(2).lte(coarse.step) || (difference.gt(0) && difference.lt(coarse.step));
}

interface Printed {
  readonly value: Big;
  /** What one more in the last digit that counts would add. */
  readonly step: Big;
}

function printed({ amount, unit, lastDigit, upper, bound }: QuantityReading): Printed | undefined {
  if (upper !== undefined || bound !== undefined) return undefined;
  const power = amount.eq(0) || lastDigit < 0 ? lastDigit : lastMeantDigit(amount, lastDigit);
  const step = new Big(`1e${power}`);
  return unit !== undefined && isMassUnit(unit)
    ? { value: toGrams(amount, unit), step: toGrams(step, unit) }
    : { value: amount, step };
}

/** The power of ten down to which a whole number is meant: its trailing zeros may be rounding. */
function lastMeantDigit(amount: Big, lastDigit: number): number {
  const trailingZeros = amount.e - (amount.c.length - 1);
  return Math.max(lastDigit, Math.min(trailingZeros, amount.e - (SIGNIFICANT_DIGITS - 1)));
}
