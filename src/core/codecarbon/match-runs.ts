import Big from 'big.js';
import { totalKilograms } from './emissions-entries';
import type { EmissionsRun } from './emissions-run';

/** A number of a card that is a number of `emissions.csv`. */
export interface RunMatch {
  /** The run, or all of them together. */
  readonly of: EmissionsRun | 'sum';
  /** Kilograms as the file states them. */
  readonly kilograms: Big;
  /** Significant digits that agree: two may be chance, five are not. */
  readonly digits: number;
}

/** Fewer digits agree with too many numbers. */
const LEAST_DIGITS = 2;

/**
 * The run (or the sum of all) whose **kilograms** a card declares as its number, up to the digits that the card
 * prints: then the author has pasted CodeCarbon's number without converting it.
 */
export function matchesKilograms(
  declared: Big | string,
  runs: readonly EmissionsRun[],
): RunMatch | undefined {
  return matchRuns(declared, runs, 1);
}

/** The run (or the sum of all) whose emissions in **grams** a card declares: then the number is right. */
export function matchesGrams(declared: Big | string, runs: readonly EmissionsRun[]): RunMatch | undefined {
  return matchRuns(declared, runs, 1000);
}

function matchRuns(
  declared: Big | string,
  runs: readonly EmissionsRun[],
  factor: number,
): RunMatch | undefined {
  const value = decimalOf(declared);
  if (!value?.gt(0)) return undefined;
  const candidates: Pick<RunMatch, 'of' | 'kilograms'>[] = runs.map((run) => ({
    of: run,
    kilograms: run.kilograms,
  }));
  if (runs.length > 1) candidates.push({ of: 'sum', kilograms: totalKilograms(runs) });
  const digits = value.c.length;
  const match = candidates.find(({ kilograms }) => {
    const exact = kilograms.times(factor);
    return exact.eq(value) || (digits >= LEAST_DIGITS && agrees(exact, value));
  });
  return match && { ...match, digits };
}

/** Rounded or cut off to the digits that `printed` has. */
function agrees(exact: Big, printed: Big): boolean {
  const digits = printed.c.length;
  return exact.prec(digits).eq(printed) || exact.prec(digits, Big.roundDown).eq(printed);
}

function decimalOf(declared: Big | string): Big | undefined {
  if (typeof declared !== 'string') return declared;
  return /^[+-]?\d{1,30}(?:\.\d{1,40})?(?:e[+-]?\d{1,2})?$/i.test(declared.trim())
    ? new Big(declared.trim())
    : undefined;
}
