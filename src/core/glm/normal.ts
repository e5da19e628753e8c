import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * The chance of a standard normal value at least this far from 0, on either side: 2 Φ(−|z|).
 *
 * Accurate in relative terms far out (3e-140 in the paper's Table 2), since it never subtracts from 1.
 */
export function twoSidedP(z: number): number {
  return 2 * cdf(-Math.abs(z), 0, 1);
}

/** The standard normal quantile, Φ⁻¹(p). */
export function normalQuantile(p: number): number {
  return quantile(p, 0, 1);
}

/** Half the width, in standard deviations, of the interval that holds this share of a normal distribution. */
export function normalHalfWidth(level: number): number {
  return -quantile((1 - level) / 2, 0, 1);
}
