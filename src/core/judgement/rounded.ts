/** A figure for a sentence: two digits say enough. */
export function rounded(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 2, useGrouping: false }).format(value);
}
