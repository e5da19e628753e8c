import { type DesignMatrix, INTERCEPT } from './design-matrix';
import { linearPredictors } from './irls';
import type { LeastSquares, Solve } from './solution';

/** An ordinary (or weighted) linear model: what the Gaussian family with the identity link comes to. */
export interface LinearModel {
  readonly solution: LeastSquares;
  /** Σ w (y − Xβ)². */
  readonly residualSumOfSquares: number;
}

/** Solves a linear model and sums the squares of its residuals. @param weights how many times each row counts. */
export function linearModel(
  design: DesignMatrix,
  response: Float64Array,
  solve: Solve,
  weights?: Float64Array,
): LinearModel {
  const solution = solve(design, response, weights);
  if (solution.residualSumOfSquares !== undefined) {
    return { solution, residualSumOfSquares: solution.residualSumOfSquares };
  }
  const fitted = linearPredictors(design, solution.params);
  let residualSumOfSquares = 0;
  for (let i = 0; i < response.length; i++) {
    residualSumOfSquares += (weights?.[i] ?? 1) * ((response[i] ?? 0) - (fitted[i] ?? 0)) ** 2;
  }
  return { solution, residualSumOfSquares };
}

/** Σ w (y − ȳ)², about the mean whether or not the model has an intercept: the linear model of the mean alone. */
export function squaresAboutMean(response: Float64Array, solve: Solve, weights?: Float64Array): number {
  const mean: DesignMatrix = {
    columns: [INTERCEPT],
    rows: response.length,
    values: new Float64Array(response.length).fill(1),
  };
  return linearModel(mean, response, solve, weights).residualSumOfSquares;
}
