import {
  type DoubleDouble,
  ONE,
  ZERO,
  add,
  divide,
  exactProduct,
  exactSum,
  multiply,
  renormalised,
  scaled,
  squareRoot,
  subtract,
} from './double-double';
import { type DesignMatrix, columnOf } from './design-matrix';
import { compensatedGram } from './compensated-gram';
import { RankDeficientError } from './fit-error';
import type { LeastSquares } from './least-squares';

/**
 * A column whose part orthogonal to the columns before it is shorter than this, relative to its length, is a
 * combination of them: doubles hold no more than sixteen digits. (NIST's Filip, the hardest real design we know,
 * stands at 5e-8.)
 */
const DEPENDENCE = 1e-13;

/** Corrections below this, relative to the coefficient, cannot change the double it rounds to. */
const NEGLIGIBLE = 2 ** -70;

/**
 * Solves a least squares problem in double-double arithmetic.
 *
 * The normal equations square the condition of the design, which is what makes them a poor method in doubles; with
 * 32 digits there is room for that up to the condition where double input stops meaning anything. One or two steps
 * of refinement on the residuals then give the exact solution for the given doubles, correctly rounded but for rare
 * ties.
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
  const { matrix, moments } = compensatedGram(design, response);
  // Powers of two take the units out of the arithmetic without a rounding.
  const scale = Array.from({ length: size }, (_, j) => powerOfTwoScale(entry(matrix, j * size + j).hi));
  const scaleAt = (j: number): number => scale[j] ?? 1;
  const unit = matrix.map((value, at) => scaled(value, scaleAt(Math.floor(at / size)) * scaleAt(at % size)));
  const inverseFactor = invertLower(cholesky(unit, design.columns), size);
  let params = applyTwice(
    inverseFactor,
    moments.map((moment, j) => scaled(moment, scaleAt(j))),
  );
  let residuals = residualsOf(design, response, params, scale);
  for (let step = 0; step < 3; step++) {
    const correction = applyTwice(
      inverseFactor,
      params.map((_, j) => scaled(momentOf(columnOf(design, j), residuals), scaleAt(j))),
    );
    const largest = Math.max(...params.map((param, j) => relative(entry(correction, j).hi, param.hi)));
    if (largest <= NEGLIGIBLE) break;
    params = params.map((param, j) => add(param, entry(correction, j)));
    residuals = residualsOf(design, response, params, scale);
  }
  return {
    params: Float64Array.from(params, (param, j) => param.hi * scaleAt(j)),
    inverseFactor: Float64Array.from(inverseFactor, (value, at) => value.hi * scaleAt(at % size)),
    inverse: Float64Array.from(
      symmetricSquare(inverseFactor, size),
      (value, at) => value.hi * (scaleAt(Math.floor(at / size)) * scaleAt(at % size)),
    ),
    residualSumOfSquares: squaredNorm(residuals),
  };
}

/** Residuals to twice the working precision: `high[i] + low[i]`. */
interface Residuals {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

function residualsOf(
  design: DesignMatrix,
  response: Float64Array,
  params: readonly DoubleDouble[],
  scale: readonly number[],
): Residuals {
  const high = Float64Array.from(response);
  const low = new Float64Array(response.length);
  params.forEach((param, j) => {
    const { hi, lo } = scaled(param, -(scale[j] ?? 1));
    const column = columnOf(design, j);
    for (let i = 0; i < column.length; i++) {
      const x = column[i] ?? 0;
      if (x === 0) continue;
      const term = exactProduct(x, hi);
      const sum = exactSum(high[i] ?? 0, term.hi);
      const rest = sum.lo + ((low[i] ?? 0) + (term.lo + x * lo));
      const value = sum.hi + rest;
      high[i] = value;
      low[i] = rest - (value - sum.hi);
    }
  });
  return { high, low };
}

/** Σ x r, in double-double. */
function momentOf(column: Float64Array, residuals: Residuals): DoubleDouble {
  const { high, low } = residuals;
  let hi = 0;
  let lo = 0;
  for (let i = 0; i < column.length; i++) {
    const x = column[i] ?? 0;
    if (x === 0) continue;
    const term = exactProduct(x, high[i] ?? 0);
    const sum = exactSum(hi, term.hi);
    hi = sum.hi;
    lo += sum.lo + (term.lo + x * (low[i] ?? 0));
  }
  return renormalised(hi, lo);
}

function squaredNorm(residuals: Residuals): number {
  const { high, low } = residuals;
  let hi = 0;
  let lo = 0;
  for (let i = 0; i < high.length; i++) {
    const value = high[i] ?? 0;
    const term = exactProduct(value, value);
    const sum = exactSum(hi, term.hi);
    hi = sum.hi;
    lo += sum.lo + (term.lo + 2 * value * (low[i] ?? 0));
  }
  return hi + lo;
}

/** The lower Cholesky factor of a p×p matrix, row-major. @throws RankDeficientError */
function cholesky(matrix: readonly DoubleDouble[], columns: readonly string[]): DoubleDouble[] {
  const size = columns.length;
  const factor = new Array<DoubleDouble>(size * size).fill(ZERO);
  for (let j = 0; j < size; j++) {
    for (let i = 0; i <= j; i++) {
      let value = entry(matrix, j * size + i);
      for (let k = 0; k < i; k++) {
        value = subtract(value, multiply(entry(factor, j * size + k), entry(factor, i * size + k)));
      }
      if (i < j) {
        factor[j * size + i] = divide(value, entry(factor, i * size + i));
      } else if (value.hi > DEPENDENCE ** 2 * entry(matrix, j * size + j).hi) {
        factor[j * size + j] = squareRoot(value);
      } else {
        throw dependentColumn(factor, j, columns);
      }
    }
  }
  return factor;
}

/** Names the columns that column `j` is made of: those with a part in its expansion (L₁₁' a = l₂₁). */
function dependentColumn(
  factor: readonly DoubleDouble[],
  j: number,
  columns: readonly string[],
): RankDeficientError {
  const size = columns.length;
  const parts = new Float64Array(j);
  for (let i = j - 1; i >= 0; i--) {
    let value = entry(factor, j * size + i).hi;
    for (let k = i + 1; k < j; k++) value -= entry(factor, k * size + i).hi * (parts[k] ?? 0);
    parts[i] = value / entry(factor, i * size + i).hi;
  }
  const largest = parts.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
  const others = columns.filter((_, i) => i < j && Math.abs(parts[i] ?? 0) > 1e-8 * largest);
  return RankDeficientError.of(columns[j] ?? '', others);
}

function invertLower(factor: readonly DoubleDouble[], size: number): DoubleDouble[] {
  const inverse = new Array<DoubleDouble>(size * size).fill(ZERO);
  for (let k = 0; k < size; k++) {
    for (let j = k; j < size; j++) {
      let value = j === k ? ONE : ZERO;
      for (let m = k; m < j; m++) {
        value = subtract(value, multiply(entry(factor, j * size + m), entry(inverse, m * size + k)));
      }
      inverse[j * size + k] = divide(value, entry(factor, j * size + j));
    }
  }
  return inverse;
}

function symmetricSquare(inverseFactor: readonly DoubleDouble[], size: number): DoubleDouble[] {
  const square = new Array<DoubleDouble>(size * size).fill(ZERO);
  for (let j = 0; j < size; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = ZERO;
      for (let m = j; m < size; m++) {
        sum = add(sum, multiply(entry(inverseFactor, m * size + j), entry(inverseFactor, m * size + k)));
      }
      square[j * size + k] = sum;
      square[k * size + j] = sum;
    }
  }
  return square;
}

/** L⁻ᵀ (L⁻¹ v). */
function applyTwice(inverseFactor: readonly DoubleDouble[], vector: readonly DoubleDouble[]): DoubleDouble[] {
  const size = vector.length;
  const result = new Array<DoubleDouble>(size).fill(ZERO);
  for (let j = 0; j < size; j++) {
    let sum = ZERO;
    for (let k = 0; k <= j; k++)
      sum = add(sum, multiply(entry(inverseFactor, j * size + k), entry(vector, k)));
    for (let k = 0; k <= j; k++) {
      result[k] = add(entry(result, k), multiply(entry(inverseFactor, j * size + k), sum));
    }
  }
  return result;
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

function entry(values: readonly DoubleDouble[], at: number): DoubleDouble {
  return values[at] ?? ZERO;
}

/** The power of two that brings a column of this squared length to about one. */
function powerOfTwoScale(squaredLength: number): number {
  return squaredLength > 0 ? 2 ** -Math.round(Math.log2(squaredLength) / 2) : 1;
}
