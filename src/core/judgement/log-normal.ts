import { toGrams } from '../quantity/unit';
import { JUDGED_UNITS, type JudgedUnit, type LogLikelihood, type Subject } from './evidence/evidence';

/** A positive quantity whose logarithm is normally distributed; one component of several, by its share. */
export interface LogNormal {
  readonly share: number;
  readonly median: number;
  /** One standard deviation, as a factor. */
  readonly spread: number;
}

/**
 * Natural log of a mixture's density (over the logarithm of the value), up to a constant.
 *
 * @param value positive; what is too small or too large for a double counts as the smallest or the largest.
 */
function logDensity(value: number, components: readonly LogNormal[]): number {
  const logarithm = Math.log(Math.min(Math.max(value, Number.MIN_VALUE), Number.MAX_VALUE));
  const terms = components.map(({ median, share, spread }) => {
    const sigma = Math.log(spread);
    const deviations = (logarithm - Math.log(median)) / sigma;
    return Math.log(share / sigma) - (deviations * deviations) / 2;
  });
  const largest = Math.max(...terms);
  return largest + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - largest), 0));
}

/** The product of a quantity and an independent one: medians multiply, variances of the logarithms add. */
export function times(components: readonly LogNormal[], median: number, spread: number): LogNormal[] {
  return components.map((component) => ({
    share: component.share,
    median: component.median * median,
    spread: Math.exp(Math.hypot(Math.log(component.spread), Math.log(spread))),
  }));
}

/** From one unit to the next it is a thousandfold: a number that no unit brings this close is wrong in another way. */
const FARTHEST = Math.log(1000);

/**
 * The likelihood of the declared number under each unit, when the grams are distributed like this; empty where no unit
 * explains the number.
 *
 * @param floor natural log; no unit is less likely than this against the likeliest one.
 */
export function likelihoodOfGrams(
  { amount }: Subject,
  components: readonly LogNormal[],
  floor: number,
): LogLikelihood {
  const distances = JUDGED_UNITS.flatMap((unit) =>
    components.map(({ median }) => Math.abs(Math.log(Number(toGrams(amount, unit)) / median))),
  );
  if (Math.min(...distances) > FARTHEST) return {};
  return forEachUnit((unit) => logDensity(Number(toGrams(amount, unit)), components), floor);
}

/** The likelihood of an observation for each unit, relative to the likeliest. */
export function forEachUnit(likelihood: (unit: JudgedUnit) => number, floor: number): LogLikelihood {
  const all = JUDGED_UNITS.map((unit) => ({ unit, value: likelihood(unit) }));
  const best = Math.max(...all.map(({ value }) => value));
  return Object.fromEntries(all.map(({ unit, value }) => [unit, Math.max(value - best, floor)]));
}
