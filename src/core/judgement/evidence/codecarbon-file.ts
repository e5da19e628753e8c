import * as l10n from '@vscode/l10n';
import { matchesGrams, matchesKilograms, type RunMatch } from '../../codecarbon/match-runs';
import { digitsWeight } from '../digits-weight';
import type { Evidence, JudgedUnit, Subject } from './evidence';

/** The number is that of CodeCarbon's runs beside the card: pasted as kilograms, or turned into grams. */
export function codecarbonFile({ amount, facts }: Subject): Evidence[] {
  for (const { file, runs } of facts.codecarbon ?? []) {
    const asKilograms = matchesKilograms(amount, runs);
    if (asKilograms)
      return [evidence('kg', asKilograms, l10n.t('{0} has the same number, in kilograms', file))];
    const asGrams = matchesGrams(amount, runs);
    if (asGrams) return [evidence('g', asGrams, l10n.t('{0} has the same amount, in kilograms', file))];
  }
  return [];
}

function evidence(unit: JudgedUnit, { digits }: RunMatch, sentence: string): Evidence {
  return { id: 'codecarbon-file', logLikelihood: { [unit]: digitsWeight(digits) }, sentence };
}
