import Big from 'big.js';
import type { Evidence, Subject } from '../judgement';
import { EQUALS_CODECARBON_FILE } from '../weights';

/** The number is that of a CodeCarbon run in the workspace, rounded or not. */
export function codecarbonFile({ amount, reading, facts }: Subject): Evidence[] {
  const run = facts.codecarbonRuns?.find(({ kilograms }) =>
    kilograms.round(Math.max(0, -reading.lastDigit), Big.roundHalfUp).eq(amount),
  );
  if (run === undefined) return [];
  return [
    {
      id: 'codecarbon-file',
      logLikelihood: EQUALS_CODECARBON_FILE,
      sentence: `${run.file} has the same number, in kilograms`,
    },
  ];
}
