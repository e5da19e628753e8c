import { type DoubleDouble, ZERO, add, multiply, scaled, subtract } from './double-double';
import { type DesignMatrix, columnOf } from './design-matrix';
import { applyTwice, cholesky, entry, invertLower, symmetricSquare } from './double-double-matrix';
import { momentOf, residualsOf, squaredNorm } from './double-double-residuals';
import { type CompensatedGram, compensatedGram } from './compensated-gram';
import type { LeastSquares } from './solution';

/**
 * An error below this, relative to what it is in, is a hundredth of the rounding to double that follows: it changes
 * the double only where the value is all but half-way between two of them.
 */
const NEGLIGIBLE = 2 ** -60;

/**
 * Solves a least squares problem in double-double arithmetic.
 *
 * The normal equations square the condition of the design, which is what makes them a poor method in doubles; with
 * 32 digits there is room for that up to the condition where double input stops meaning anything. How far the errors
 * of their sums can have moved the solution is bounded afterwards ({@link isSettled}). Where that is too far (a design all
 * but singular, an exact fit, a coefficient all but zero), one or two steps of refinement on the residuals follow. Either
 * way the result is the exact solution for the given doubles, correctly rounded but for rare ties.
 *
 * @param weights one a row; all 1 if absent. With weights, √w·x and √w·y are rounded to double first.
 * @throws RankDeficientError naming the columns at fault.
 */
export function doubleDoubleLeastSquares(
  design: DesignMatrix,
  response: Float64Array,
  weights?: Float64Array,
): Required<LeastSquares> {
  if (weights !== undefined) return doubleDoubleLeastSquares(...weightedBy(design, response, weights));
  const size = design.columns.length;
  const gram = compensatedGram(design, response);
  // Powers of two take the units out of the arithmetic without a rounding.
  const scale = Array.from({ length: size }, (_, j) => powerOfTwoScale(entry(gram.matrix, j * size + j).hi));
  const scaleAt = (j: number): number => scale[j] ?? 1;
  const unit = {
    ...gram,
    matrix: gram.matrix.map((value, at) =>
      scaled(value, scaleAt(Math.floor(at / size)) * scaleAt(at % size)),
    ),
    moments: gram.moments.map((moment, j) => scaled(moment, scaleAt(j))),
  };
  const inverseFactor = invertLower(cholesky(unit.matrix, design.columns), size);
  const inverse = symmetricSquare(inverseFactor, size);
  const direct = applyTwice(inverseFactor, unit.moments);
  const { params, residualSumOfSquares } = isSettled(unit, inverse, direct)
    ? { params: direct, residualSumOfSquares: squaresLeft(unit, direct).hi }
    : refined(design, response, scale, inverseFactor, direct);
  return {
    params: Float64Array.from(params, (param, j) => param.hi * scaleAt(j)),
    inverseFactor: Float64Array.from(inverseFactor, (value, at) => value.hi * scaleAt(at % size)),
    inverse: Float64Array.from(
      inverse,
      (value, at) => value.hi * (scaleAt(Math.floor(at / size)) * scaleAt(at % size)),
    ),
    residualSumOfSquares,
  };
}

/**
 * Whether the errors in the sums of the normal equations are negligible in each coefficient, and in the sum of squared
 * residuals.
 *
 * With |δG| ≤ ε |xⱼ||xₖ| and |δm| ≤ ε |xⱼ||y| (Cauchy and Schwarz), (G + δG)(β + δβ) = m + δm gives, to first order,
 * |δβ| ≤ ε |G⁻¹| |x| r with r = |y| + Σ |xₖ||βₖ|; and y'y − 2 β'm + β'Gβ is off by at most ε r². The algebra on the
 * p×p matrix has 2⁻¹⁰⁴ for ε, which is lost beside 2⁻⁸⁹ and more for the sums.
 */
function isSettled(
  gram: CompensatedGram,
  inverse: readonly DoubleDouble[],
  params: readonly DoubleDouble[],
): boolean {
  const size = params.length;
  const lengths = params.map((_, j) => Math.sqrt(entry(gram.matrix, j * size + j).hi));
  const reach = params.reduce(
    (sum, { hi }, j) => sum + (lengths[j] ?? 0) * Math.abs(hi),
    Math.sqrt(gram.squares.hi),
  );
  const paramsSettled = params.every(({ hi }, j) => {
    const sway = lengths.reduce(
      (sum, length, k) => sum + Math.abs(entry(inverse, j * size + k).hi) * length,
      0,
    );
    return gram.errorBound * sway * reach <= NEGLIGIBLE * Math.abs(hi);
  });
  return paramsSettled && gram.errorBound * reach ** 2 <= NEGLIGIBLE * squaresLeft(gram, params).hi;
}

/** The sum of squared residuals, from the normal equations: y'y − β'(2m − Gβ). */
function squaresLeft(
  { matrix, moments, squares }: CompensatedGram,
  params: readonly DoubleDouble[],
): DoubleDouble {
  return params.reduce((left, param, j) => {
    const fitted = params.reduce(
      (sum, other, k) => add(sum, multiply(entry(matrix, j * params.length + k), other)),
      ZERO,
    );
    return subtract(left, multiply(param, subtract(scaled(entry(moments, j), 2), fitted)));
  }, squares);
}

/** Adds what the residuals, read row by row, still have along the columns. */
function refined(
  design: DesignMatrix,
  response: Float64Array,
  scale: readonly number[],
  inverseFactor: readonly DoubleDouble[],
  first: readonly DoubleDouble[],
): { params: readonly DoubleDouble[]; residualSumOfSquares: number } {
  let params = first;
  let residuals = residualsOf(design, response, params, scale);
  for (let step = 0; step < 3; step++) {
    const correction = applyTwice(
      inverseFactor,
      params.map((_, j) => scaled(momentOf(columnOf(design, j), residuals), scale[j] ?? 1)),
    );
    const largest = Math.max(...params.map((param, j) => relative(entry(correction, j).hi, param.hi)));
    if (largest <= NEGLIGIBLE) break;
    params = params.map((param, j) => add(param, entry(correction, j)));
    residuals = residualsOf(design, response, params, scale);
  }
  return { params, residualSumOfSquares: squaredNorm(residuals) };
}

function weightedBy(
  design: DesignMatrix,
  response: Float64Array,
  weights: Float64Array,
): [DesignMatrix, Float64Array] {
  const roots = weights.map(Math.sqrt);
  const values = design.values.map((value, at) => value * (roots[at % design.rows] ?? 0));
  return [{ ...design, values }, response.map((value, i) => value * (roots[i] ?? 0))];
}

function relative(change: number, value: number): number {
  return change === 0 ? 0 : Math.abs(change / value);
}

/** The power of two that brings a column of this squared length to about one. */
function powerOfTwoScale(squaredLength: number): number {
  return squaredLength > 0 ? 2 ** -Math.round(Math.log2(squaredLength) / 2) : 1;
}
