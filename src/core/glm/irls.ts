import * as l10n from '@vscode/l10n';
import { type DesignMatrix, columnOf } from './design-matrix';
import { type Family, families } from './family';
import { type Link, links } from './link';
import type { LeastSquares, Solve } from './solution';

/** A generalised linear model to fit, with everything it needs decided. */
export interface IrlsProblem {
  readonly design: DesignMatrix;
  readonly response: Float64Array;
  readonly family: Family;
  readonly link: Link;
  /** How many times each row counts. */
  readonly weights: Float64Array;
  /** Solves one weighted least squares problem. */
  readonly solve: Solve;
  /** The scale that belongs to these means (Pearson's chi-squared over the residual degrees of freedom). */
  readonly scaleOf: (means: Float64Array) => number;
}

/** What iteratively reweighted least squares ends with. */
export interface IrlsResult {
  /** The last weighted least squares problem's solution: coefficients and their unscaled covariance. */
  readonly solution: LeastSquares;
  /** Fitted means, one a row. */
  readonly means: Float64Array;
  /** Fits until the deviance stood still, counted as statsmodels counts them. */
  readonly iterations: number;
}

/** statsmodels' `fit` has the same limits: an absolute change of 1e-8 in the deviance, 100 iterations. */
const TOLERANCE = 1e-8;
const ITERATION_LIMIT = 100;

/**
 * Fits by iteratively reweighted least squares.
 *
 * The iterations stop, and are counted, as in statsmodels' `GLM._fit_irls`: the deviance of each is divided by the
 * scale of the one before it.
 *
 * @throws Error if the deviance does not settle within 100 iterations.
 */
export function irls(problem: IrlsProblem): IrlsResult {
  const { design, response, weights } = problem;
  const { startingMean } = families[problem.family];
  const link = links[problem.link];
  const average = weightedMean(response, weights);
  let means: Float64Array = response.map((y) => startingMean(y, average));
  let predictors: Float64Array = means.map(link.toPredictor);
  let scale = problem.scaleOf(means);
  let deviance = scaledDeviance(problem, means, scale);
  for (let iterations = 1; iterations <= ITERATION_LIMIT; iterations++) {
    const solution = problem.solve(
      design,
      workingResponse(problem, means, predictors),
      workingWeights(problem, means),
    );
    predictors = linearPredictors(design, solution.params);
    means = predictors.map(link.toMean);
    const previous = deviance;
    deviance = scaledDeviance(problem, means, scale);
    scale = problem.scaleOf(means);
    if (Math.abs(deviance - previous) <= TOLERANCE) return { solution, means, iterations };
  }
  throw new Error(l10n.t('The fit did not settle within {0} iterations.', ITERATION_LIMIT));
}

/** η = X β, one a row. */
export function linearPredictors(design: DesignMatrix, params: ArrayLike<number>): Float64Array {
  const predictors = new Float64Array(design.rows);
  for (let j = 0; j < design.columns.length; j++) {
    const column = columnOf(design, j);
    const param = params[j] ?? 0;
    for (let i = 0; i < column.length; i++) predictors[i] = (predictors[i] ?? 0) + (column[i] ?? 0) * param;
  }
  return predictors;
}

/** Σ w v / Σ w. @param weights one a value */
export function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights[i] ?? 1;
    sum += weight * (values[i] ?? 0);
    total += weight;
  }
  return sum / total;
}

/** The response, linearised about the current means. */
function workingResponse(
  { response, link }: IrlsProblem,
  means: Float64Array,
  predictors: Float64Array,
): Float64Array {
  const { slope } = links[link];
  return response.map((y, i) => {
    const mean = means[i] ?? 0;
    return (predictors[i] ?? 0) + slope(mean) * (y - mean);
  });
}

function workingWeights({ family, link, weights }: IrlsProblem, means: Float64Array): Float64Array {
  const { variance } = families[family];
  const { slope } = links[link];
  return means.map((mean, i) => (weights[i] ?? 1) / (slope(mean) ** 2 * variance(mean)));
}

function scaledDeviance(
  { family, response, weights }: IrlsProblem,
  means: Float64Array,
  scale: number,
): number {
  const deviance = sumOverRows(response, means, weights, families[family].deviance);
  return deviance === 0 ? 0 : deviance / scale;
}

/** Σ w · term(y, mean) over the rows. */
export function sumOverRows(
  response: Float64Array,
  means: Float64Array,
  weights: Float64Array,
  term: (y: number, mean: number) => number,
): number {
  let sum = 0;
  for (let i = 0; i < response.length; i++) sum += (weights[i] ?? 1) * term(response[i] ?? 0, means[i] ?? 0);
  return sum;
}
