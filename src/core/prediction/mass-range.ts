import * as l10n from '@vscode/l10n';
import { formatMass } from '../quantity/format-mass';

/** "0.26 g to 97 g", from grams. */
export function massRange(low: number, high: number): string {
  return l10n.t('{0} to {1}', formatMass(low), formatMass(high));
}

/** "5.0 g (0.26 g to 97 g)", from grams. */
export function massWithRange(grams: number, low: number, high: number): string {
  return l10n.t('{0} ({1} to {2})', formatMass(grams), formatMass(low), formatMass(high));
}
