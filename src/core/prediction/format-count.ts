/** A count as people say it: "66 million", "7.2 billion", "1,200". */
export function formatCount(count: number): string {
  for (const [power, word] of [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const) {
    const amount = count / power;
    if (amount < 1) continue;
    return `${amount >= 100 ? Math.round(amount).toLocaleString('en-US') : amount.toPrecision(2)} ${word}`;
  }
  return count.toLocaleString('en-US');
}
