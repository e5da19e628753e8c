import * as l10n from '@vscode/l10n';
import { grouped } from '../quantity/grouped';

const POWERS = [
  { value: 1e12, text: (amount: string) => l10n.t('{0} trillion', amount) },
  { value: 1e9, text: (amount: string) => l10n.t('{0} billion', amount) },
  { value: 1e6, text: (amount: string) => l10n.t('{0} million', amount) },
];

/** A count as people say it: "66 million", "7.2 billion", "1,200". */
export function formatCount(count: number): string {
  const power = POWERS.find(({ value }) => count >= value);
  if (power === undefined) return grouped(count);
  const amount = count / power.value;
  return power.text(amount >= 100 ? grouped(Math.round(amount)) : amount.toPrecision(2));
}
