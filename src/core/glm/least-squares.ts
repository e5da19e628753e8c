import { CholeskyDecomposition, Matrix } from 'ml-matrix';

import type { DesignMatrix } from './design-matrix';
import { doubleDoubleLeastSquares } from './certified';
import { type Gram, gramOf } from './gram';
import { type LeastSquares, symmetricSquare } from './solution';

/** 2^-52. */
const EPSILON = Number.EPSILON;

/**
 * Largest condition number (1-norm, columns scaled to unit length) up to which the normal equations are trusted
 * in plain doubles: beyond it they may lose more than seven of the sixteen digits, so that fewer than nine are
 * left for decisions. The reference designs stand near 1e4.
 */
export const CONDITION_LIMIT = 1e-9 / EPSILON;

/**
 * Solves a least squares problem: by Cholesky factors of the normal equations where these are well conditioned
 * (which is measured, not assumed), in double-double arithmetic otherwise.
 *
 * @param weights one a row; all 1 if absent.
 * @throws RankDeficientError naming the columns at fault.
 */
export function leastSquares(
  design: DesignMatrix,
  response: Float64Array,
  weights?: Float64Array,
): LeastSquares {
  return solveGram(gramOf(design, response, weights)) ?? doubleDoubleLeastSquares(design, response, weights);
}

/**
 * Solves the normal equations in plain doubles.
 *
 * @returns null where their condition exceeds {@link CONDITION_LIMIT}, or they are singular.
 */
export function solveGram(gram: Gram): LeastSquares | null {
  const { size, matrix, moments } = gram;
  // Unit diagonal first: it costs nothing and takes the units of the predictors out of the condition.
  const scale = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    const square = matrix[j * size + j] ?? 0;
    if (!(square > 0)) return null;
    scale[j] = 1 / Math.sqrt(square);
  }
  const unit = new Matrix(size, size);
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < size; k++) {
      unit.set(j, k, (matrix[j * size + k] ?? 0) * ((scale[j] ?? 0) * (scale[k] ?? 0)));
    }
  }
  const factor = new CholeskyDecomposition(unit);
  if (!factor.isPositiveDefinite()) return null;
  const inverse = invertLower(factor.lowerTriangularMatrix);
  // No entry of a correlation matrix exceeds 1, so its own norm is at most p.
  const condition = size * oneNorm(symmetricSquare(inverse, size), size);
  if (!(condition <= CONDITION_LIMIT)) return null;
  for (let j = 0; j < size; j++) {
    for (let k = 0; k <= j; k++) inverse[j * size + k] = (inverse[j * size + k] ?? 0) * (scale[k] ?? 0);
  }
  return { params: applyTwice(inverse, moments), inverseFactor: inverse };
}

/** The inverse of a lower triangular matrix, as a row-major array. */
function invertLower(lower: Matrix): Float64Array {
  const size = lower.rows;
  const inverse = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    inverse[k * size + k] = 1 / lower.get(k, k);
    for (let j = k + 1; j < size; j++) {
      let sum = 0;
      for (let m = k; m < j; m++) sum += lower.get(j, m) * (inverse[m * size + k] ?? 0);
      inverse[j * size + k] = -sum / lower.get(j, j);
    }
  }
  return inverse;
}

function oneNorm(matrix: Float64Array, size: number): number {
  let norm = 0;
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += Math.abs(matrix[j * size + k] ?? 0);
    norm = Math.max(norm, sum);
  }
  return norm;
}

/** L⁻ᵀ (L⁻¹ v). */
function applyTwice(inverseFactor: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const result = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let k = 0; k <= j; k++) sum += (inverseFactor[j * size + k] ?? 0) * (vector[k] ?? 0);
    for (let k = 0; k <= j; k++) result[k] = (result[k] ?? 0) + (inverseFactor[j * size + k] ?? 0) * sum;
  }
  return result;
}
