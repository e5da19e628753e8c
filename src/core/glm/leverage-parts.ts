import type { Strata } from './strata';

/**
 * The leverage of a row, h = |L⁻¹x|², in parts: what its stratum adds, once for all its rows, and what its measured
 * values z add,
 *
 *     h = within + Σₘ (shiftₘ + Σₖ≥ₘ factorₘₖ zₖ)²  over the d measured columns.
 *
 * A rotation Q leaves lengths alone, so h = |Q L⁻¹x|² too, and Q can be chosen so that only d of the components of
 * Q L⁻¹x contain measured values: those along the measured columns of L⁻¹, made orthogonal by Gram and Schmidt's
 * modified process. With four measured columns among a dozen that is a fifth of the work, and unlike x'(X'X)⁻¹x
 * multiplied out it stays a sum of squares.
 */
export interface LeverageParts {
  /** One a stratum. */
  readonly within: Float64Array;
  /** d a stratum. */
  readonly shift: Float64Array;
  /** d×d, row-major, upper triangular. */
  readonly factor: Float64Array;
}

/** @param inverseFactor L⁻¹, p×p, row-major; see `LeastSquares` */
export function leveragePartsOf(
  { ones: strata, measured }: Strata,
  inverseFactor: Float64Array,
  terms: number,
): LeverageParts {
  const d = measured.length;
  const rest = inverseFactor.slice();
  const along = measured.map((column) => splitOff(rest, terms, column));
  const within = new Float64Array(strata.length);
  const shift = new Float64Array(strata.length * d);
  for (const [stratum, ones] of strata.entries()) {
    for (let j = 0; j < terms; j++) {
      let part = 0;
      for (const k of ones) part += rest[j * terms + k] ?? 0;
      within[stratum] = (within[stratum] ?? 0) + part * part;
    }
    for (const [m, components] of along.entries()) {
      let part = 0;
      for (const k of ones) part += components[k] ?? 0;
      shift[stratum * d + m] = part;
    }
  }
  const factor = new Float64Array(d * d);
  for (const [m, components] of along.entries()) {
    for (let k = m; k < d; k++) factor[m * d + k] = components[measured[k] ?? 0] ?? 0;
  }
  return { within, shift, factor };
}

/**
 * Takes the direction of one column out of all columns of a p×p matrix.
 *
 * @returns the component of each column along that direction
 */
function splitOff(matrix: Float64Array, size: number, column: number): Float64Array {
  const direction = new Float64Array(size);
  let squares = 0;
  for (let j = 0; j < size; j++) {
    direction[j] = matrix[j * size + column] ?? 0;
    squares += (direction[j] ?? 0) ** 2;
  }
  const length = Math.sqrt(squares);
  const components = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    const unit = (direction[j] ?? 0) / length;
    for (let k = 0; k < size; k++) {
      components[k] = (components[k] ?? 0) + unit * (matrix[j * size + k] ?? 0);
    }
  }
  for (let j = 0; j < size; j++) {
    const unit = (direction[j] ?? 0) / length;
    for (let k = 0; k < size; k++) {
      matrix[j * size + k] = (matrix[j * size + k] ?? 0) - unit * (components[k] ?? 0);
    }
  }
  return components;
}
