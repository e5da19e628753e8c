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

/** Whether a column holds one value throughout; so does one without rows. A plain loop, for a million rows. */
export function isConstant(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

/** The design of some of its rows, in the order given. */
export function withRows(design: DesignMatrix, rows: ArrayLike<number>): DesignMatrix {
  const count = rows.length;
  const values = new Float64Array(count * design.columns.length);
  for (let j = 0; j < design.columns.length; j++) {
    const column = columnOf(design, j);
    for (let i = 0; i < count; i++) values[j * count + i] = column[rows[i] ?? 0] ?? 0;
  }
  return { columns: design.columns, rows: count, values };
}

/** The design of some of its columns, in the design's order. */
export function withColumns(design: DesignMatrix, columns: readonly string[]): DesignMatrix {
  const kept = design.columns.flatMap((column, j) => (columns.includes(column) ? [j] : []));
  const values = new Float64Array(kept.length * design.rows);
  kept.forEach((j, at) => values.set(columnOf(design, j), at * design.rows));
  return { columns: kept.map((j) => design.columns[j] ?? ''), rows: design.rows, values };
}

/** The design without one of its columns. */
export function withoutColumn(design: DesignMatrix, column: string): DesignMatrix {
  return withColumns(
    design,
    design.columns.filter((other) => other !== column),
  );
}
