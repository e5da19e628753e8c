import { JUDGED_UNITS, type JudgedUnit, type LogLikelihood } from './judgement';

/** How fast a value outside a plausible range loses likelihood. */
export interface Falloff {
  /** Standard deviation on the logarithmic scale, as a factor. */
  readonly spread: number;
  /** The range is widened by this factor on both sides first. */
  readonly margin: number;
  /** Natural log; no value is less likely than this. */
  readonly floor: number;
}

/**
 * Natural-log likelihood of a positive value, 0 within `[low / margin, high * margin]` and falling like a normal density
 * of its logarithm outside.
 */
export function plausibility(value: number, low: number, high: number, falloff: Falloff): number {
  const outside = Math.max(
    Math.log(low / falloff.margin / value),
    Math.log(value / (high * falloff.margin)),
    0,
  );
  const deviations = outside / Math.log(falloff.spread);
  return Math.max(-(deviations * deviations) / 2, falloff.floor);
}

/** The likelihood of an observation for each unit that the declared number may be in. */
export function forEachUnit(likelihood: (unit: JudgedUnit) => number): LogLikelihood {
  return Object.fromEntries(JUDGED_UNITS.map((unit) => [unit, likelihood(unit)]));
}
