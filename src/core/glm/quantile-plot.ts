import type { DesignMatrix } from './design-matrix';

/** Coordinates of a normal quantile (Q-Q) plot and the line through them; `r` is their correlation. */
export interface QuantilePlot {
  readonly theoretical: readonly number[];
  readonly ordered: readonly number[];
  readonly slope: number;
  readonly intercept: number;
  readonly r: number;
}

/** Q-Q coordinates of a sample against the normal distribution, as `scipy.stats.probplot` gives them. */
export function quantilePlot(_sample: Float64Array): QuantilePlot {
  throw new Error('Interface only.');
}

/** Q-Q plots of the residuals of a design on grams (`before`) and on ln grams (`after`). */
export function residualQuantilePlots(
  _design: DesignMatrix,
  _grams: Float64Array,
): { before: QuantilePlot; after: QuantilePlot } {
  throw new Error('Interface only.');
}
