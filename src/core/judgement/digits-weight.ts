import { EQUAL_DIGITS } from './weights';

/** How much it proves that a number is found again with so many significant digits, in log-odds. */
export function digitsWeight(digits: number): number {
  return EQUAL_DIGITS[digits >= 3 ? 3 : digits === 2 ? 2 : 1];
}
