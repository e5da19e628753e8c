/** The functions g that may tie the mean to the linear predictor: g(mean) = η. */
export type Link = 'identity' | 'log' | 'logit' | 'inverse';

interface LinkFunction {
  /** η = g(mean). */
  readonly toPredictor: (mean: number) => number;
  /** mean = g⁻¹(η). */
  readonly toMean: (predictor: number) => number;
  /** g'(mean). */
  readonly slope: (mean: number) => number;
}

/** The links by their names; definitions follow statsmodels' `genmod.families.links`. */
export const links: Readonly<Record<Link, LinkFunction>> = {
  identity: { toPredictor: (mean) => mean, toMean: (predictor) => predictor, slope: () => 1 },
  log: { toPredictor: Math.log, toMean: Math.exp, slope: (mean) => 1 / mean },
  logit: {
    toPredictor: (mean) => Math.log(mean / (1 - mean)),
    toMean: (predictor) => 1 / (1 + Math.exp(-predictor)),
    slope: (mean) => 1 / (mean * (1 - mean)),
  },
  inverse: {
    toPredictor: (mean) => 1 / mean,
    toMean: (predictor) => 1 / predictor,
    slope: (mean) => -1 / (mean * mean),
  },
};
