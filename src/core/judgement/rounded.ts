let format: Intl.NumberFormat | undefined;

/** A figure for a sentence: two digits say enough. */
export function rounded(value: number): string {
  // Making a format costs as much as reading a card.
  format ??= new Intl.NumberFormat('en', { maximumSignificantDigits: 2, useGrouping: false });
  return format.format(value);
}
