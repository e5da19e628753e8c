import type { DesignMatrix } from './design-matrix';

/** The solution of a least squares problem with design X (rows weighted by W). */
export interface LeastSquares {
  readonly params: Float64Array;
  /**
   * L⁻¹ of X'WX = L L': lower triangular, p×p, row-major. So (X'WX)⁻¹ = L⁻ᵀ L⁻¹, and the leverage of a row x
   * is |L⁻¹ x|².
   */
  readonly inverseFactor: Float64Array;
  /** (X'WX)⁻¹, p×p, row-major, where the solver knows it better than the factor gives it. */
  readonly inverse?: Float64Array;
  /** Σ w (y − Xβ)², where the solver knows it better than the rounded coefficients give it. */
  readonly residualSumOfSquares?: number;
}

/**
 * A way to solve least squares problems.
 *
 * @param weights one a row; all 1 if absent.
 * @throws RankDeficientError naming the columns at fault.
 */
export type Solve = (design: DesignMatrix, response: Float64Array, weights?: Float64Array) => LeastSquares;

/** (X'WX)⁻¹ of a solution, p×p, row-major: the covariance of the coefficients at scale 1. */
export function unscaledCovariance({ params, inverse, inverseFactor }: LeastSquares): Float64Array {
  return inverse ?? symmetricSquare(inverseFactor, params.length);
}

/** L⁻ᵀ L⁻¹, that is (X'WX)⁻¹, from L⁻¹. Both p×p, row-major. */
export function symmetricSquare(inverseFactor: Float64Array, size: number): Float64Array {
  const square = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = 0;
      for (let m = j; m < size; m++) {
        sum += (inverseFactor[m * size + j] ?? 0) * (inverseFactor[m * size + k] ?? 0);
      }
      square[j * size + k] = sum;
      square[k * size + j] = sum;
    }
  }
  return square;
}
