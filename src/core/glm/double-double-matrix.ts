import { type DoubleDouble, ONE, ZERO, add, divide, multiply, squareRoot, subtract } from './double-double';
import { RankDeficientError } from './fit-error';

/**
 * A column whose part orthogonal to the columns before it is shorter than this, relative to its length, is a
 * combination of them: doubles hold no more than sixteen digits. (NIST's Filip, the hardest real design we know,
 * stands at 5e-8.)
 */
const DEPENDENCE = 1e-13;

/** The lower Cholesky factor of a p×p matrix, row-major. @throws RankDeficientError */
export function cholesky(matrix: readonly DoubleDouble[], columns: readonly string[]): DoubleDouble[] {
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

/** The inverse of a lower triangular p×p matrix, row-major. */
export function invertLower(factor: readonly DoubleDouble[], size: number): DoubleDouble[] {
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

/** L⁻ᵀ L⁻¹ from L⁻¹. Both p×p, row-major. */
export function symmetricSquare(inverseFactor: readonly DoubleDouble[], size: number): DoubleDouble[] {
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

/** L⁻ᵀ (L⁻¹ v), of length p. */
export function applyTwice(
  inverseFactor: readonly DoubleDouble[],
  vector: readonly DoubleDouble[],
): DoubleDouble[] {
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

/** An entry of a matrix or vector. */
export function entry(values: readonly DoubleDouble[], at: number): DoubleDouble {
  return values[at] ?? ZERO;
}
