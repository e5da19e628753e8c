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
  { ones: strata, measured }: Pick<Strata, 'ones' | 'measured'>,
  inverseFactor: Float64Array,
  terms: number,
): LeverageParts {
  const rest = inverseFactor.slice();
  const along = measured.map((column) => splitOff(rest, terms, column));
  const d = measured.length;
  return {
    factor: Float64Array.from({ length: d * d }, (_, at) => {
      const [m, k] = [Math.floor(at / d), at % d];
      return k < m ? 0 : (along[m]?.[measured[k] ?? 0] ?? 0);
    }),
    shift: Float64Array.from(
      strata.flatMap((ones) =>
        along.map((component) => ones.reduce((sum, k) => sum + (component[k] ?? 0), 0)),
      ),
    ),
    within: Float64Array.from(strata, (ones) => {
      let squares = 0;
      for (let j = 0; j < terms; j++) {
        const part = ones.reduce((sum, k) => sum + (rest[j * terms + k] ?? 0), 0);
        squares += part * part;
      }
      return squares;
    }),
  };
}

/**
 * Takes the direction of one column out of all columns of a p×p matrix.
 *
 * @returns the component of each column along that direction
 */
function splitOff(matrix: Float64Array, size: number, column: number): Float64Array {
  const direction = Float64Array.from({ length: size }, (_, j) => matrix[j * size + column] ?? 0);
  const length = Math.hypot(...direction);
  return Float64Array.from({ length: size }, (_, k) => {
    const component =
      direction.reduce((sum, value, j) => sum + value * (matrix[j * size + k] ?? 0), 0) / length;
    for (let j = 0; j < size; j++) {
      matrix[j * size + k] = (matrix[j * size + k] ?? 0) - (component * (direction[j] ?? 0)) / length;
    }
    return component;
  });
}
