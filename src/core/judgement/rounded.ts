/** A figure for a sentence: two digits say enough. Not by `Intl`, whose first use takes as long as reading a card. */
export function rounded(value: number): string {
  return String(Number(value.toPrecision(2)));
}
