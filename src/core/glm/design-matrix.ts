/**
 * A design matrix: one row an observation, one column a term.
 *
 * `values` is column-major: row i of column j stands at `values[j * rows + i]`, so that a column is one
 * contiguous stretch.
 */
export interface DesignMatrix {
  /** Names of the columns, in order; the intercept is called `const`. */
  readonly columns: readonly string[];
  readonly rows: number;
  readonly values: Float64Array;
}

/** The name of the intercept's column, as statsmodels and the paper's Table 2 call it. */
export const INTERCEPT = 'const';

/** A view (no copy) of column `j`. */
export function columnOf(design: DesignMatrix, j: number): Float64Array {
  return design.values.subarray(j * design.rows, (j + 1) * design.rows);
}
