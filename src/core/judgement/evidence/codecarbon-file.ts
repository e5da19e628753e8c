import { matchesKilograms } from '../../codecarbon/match-runs';
import type { Evidence, Subject } from '../judgement';
import { EQUALS_CODECARBON_FILE } from '../weights';

/** Fewer digits that agree may be chance. */
const MINIMUM_DIGITS = 2;

/** The number is that of CodeCarbon's runs in the workspace, rounded or not. */
export function codecarbonFile({ printed, facts }: Subject): Evidence[] {
  for (const { file, runs } of facts.codecarbon ?? []) {
    const match = matchesKilograms(printed, runs);
    if (match !== undefined && match.digits >= MINIMUM_DIGITS) {
      return [
        {
          id: 'codecarbon-file',
          logLikelihood: EQUALS_CODECARBON_FILE,
          sentence: `${file} has the same number, in kilograms`,
        },
      ];
    }
  }
  return [];
}
