import type { DesignMatrix } from './design-matrix';
import { linearPredictors } from './irls';
import { leastSquares } from './least-squares';
import { normalQuantile } from './normal';

/** Coordinates of a normal quantile (Q-Q) plot and the least squares line through them; `r` is their correlation. */
export interface QuantilePlot {
  readonly theoretical: readonly number[];
  readonly ordered: readonly number[];
  readonly slope: number;
  readonly intercept: number;
  readonly r: number;
}

/**
 * Q-Q coordinates of a sample against the normal distribution: `scipy.stats.probplot(sample, dist="norm")`, with
 * Filliben's estimate of the order statistics' medians.
 */
export function quantilePlot(sample: Float64Array): QuantilePlot {
  const n = sample.length;
  const ordered = Float64Array.from(sample).sort();
  const last = 0.5 ** (1 / n);
  const theoretical = ordered.map((_, i) => {
    if (i === n - 1) return normalQuantile(last);
    return normalQuantile(i === 0 ? 1 - last : (i + 1 - 0.3175) / (n + 0.365));
  });
  const meanX = mean(theoretical);
  const meanY = mean(ordered);
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  for (let i = 0; i < n; i++) {
    const dx = (theoretical[i] ?? 0) - meanX;
    const dy = (ordered[i] ?? 0) - meanY;
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
  }
  const slope = sxy / sxx;
  return {
    theoretical: Array.from(theoretical),
    ordered: Array.from(ordered),
    slope,
    intercept: meanY - slope * meanX,
    r: sxy / Math.sqrt(sxx * syy),
  };
}

/** Q-Q plots of the residuals of a linear model of grams (`before`) and of ln grams (`after`), as Figures 1 and 2. */
export function residualQuantilePlots(
  design: DesignMatrix,
  grams: Float64Array,
): { before: QuantilePlot; after: QuantilePlot } {
  return { before: plotOfResiduals(design, grams), after: plotOfResiduals(design, grams.map(Math.log)) };
}

function plotOfResiduals(design: DesignMatrix, response: Float64Array): QuantilePlot {
  const fitted = linearPredictors(design, leastSquares(design, response).params);
  return quantilePlot(response.map((value, i) => value - (fitted[i] ?? 0)));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
