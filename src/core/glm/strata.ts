import { type DesignMatrix, columnOf } from './design-matrix';

/**
 * The rows of a design by the categories that they are in.
 *
 * Most columns of a design hold nothing but zeros and ones: the intercept, the task domains, the kinds of
 * organisation. Rows with the same zeros and ones are a stratum, and there are a few dozen strata, however many rows
 * there are. So sums over rows, fitted values and leverages take arithmetic with the other columns only; what the
 * categories add is worked out once a stratum.
 */
export interface Strata {
  /** Columns that hold other numbers as well, as positions in the design. */
  readonly measured: readonly number[];
  /** The stratum of each row. */
  readonly ofRow: Int32Array;
  /** For each stratum, the columns that are one in its rows, ascending. A stratum can be empty. */
  readonly ones: readonly (readonly number[])[];
}

/** A design and its response, the way sums over rows are formed. Arrays may go on beyond the first `count` rows. */
export interface StratifiedRows {
  readonly strata: Strata;
  /** Values of the measured columns. */
  readonly measured: readonly Float64Array[];
  readonly response: Float64Array;
  readonly count: number;
}

/** The rows of a design. Nothing is copied. */
export function rowsOf(design: DesignMatrix, response: Float64Array): StratifiedRows {
  const strata = strataOf(design);
  return { strata, measured: strata.measured.map((j) => columnOf(design, j)), response, count: design.rows };
}

/** A design never changes, and several steps of a fit ask for its strata. */
const known = new WeakMap<DesignMatrix, Strata>();

/** Sorts the rows of a design into strata. */
export function strataOf(design: DesignMatrix): Strata {
  const strata = known.get(design) ?? stratify(design);
  known.set(design, strata);
  return strata;
}

function stratify(design: DesignMatrix): Strata {
  const measured: number[] = [];
  const ofRow = new Int32Array(design.rows);
  const ones: (readonly number[])[] = [[]];
  for (let j = 0; j < design.columns.length; j++) {
    const column = columnOf(design, j);
    if (holdsZerosAndOnes(column)) divide(ofRow, ones, column, j);
    else measured.push(j);
  }
  return { measured, ofRow, ones };
}

/**
 * Moves the rows with a one in column `j` to strata of their own. Those with a zero, most rows in most columns, stay
 * where they are; where there are none, a stratum is left empty, which does no harm.
 */
function divide(ofRow: Int32Array, ones: (readonly number[])[], column: Float64Array, j: number): void {
  const partOf = new Int32Array(ones.length);
  for (let i = 0; i < column.length; i++) {
    if (column[i] === 0) continue;
    const whole = ofRow[i] ?? 0;
    let part = partOf[whole] ?? 0;
    if (part === 0) {
      part = ones.push([...(ones[whole] ?? []), j]) - 1;
      partOf[whole] = part;
    }
    ofRow[i] = part;
  }
}

function holdsZerosAndOnes(column: Float64Array): boolean {
  for (let i = 0; i < column.length; i++) if (column[i] !== 0 && column[i] !== 1) return false;
  return true;
}
