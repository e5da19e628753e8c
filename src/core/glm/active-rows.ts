import { doubleDoubleLeastSquares } from './certified';
import { type DesignMatrix, INTERCEPT, isConstant, withoutColumn, withRows } from './design-matrix';
import { type Gram, gramOfRows, mirror } from './gram';
import { type Influence, measure } from './influence';
import { solveGram } from './least-squares';
import type { LeastSquares } from './solution';
import { type StratifiedRows, rowsOf } from './strata';

/**
 * The rows of a design that are still in the fit.
 *
 * Removing rows from the normal equations costs p² each, forming them anew p² for every row that stays; so they are
 * formed once and reduced. Subtracting is safe as long as little is subtracted: once any column has lost half its
 * sum of squares since they were last formed, they are formed anew, which keeps their relative error within twice
 * that of a fresh sum.
 */
export class ActiveRows {
  /** Rows still in, as positions in the design given; the first `count` entries. */
  readonly positions: Int32Array;
  private design: DesignMatrix;
  /** The rows still in; of their own, for gaps are closed in place. */
  private left: StratifiedRows;
  private gram: Gram;
  private formed: Float64Array;

  constructor(design: DesignMatrix, response: Float64Array) {
    this.design = design;
    this.positions = Int32Array.from({ length: design.rows }, (_, i) => i);
    this.left = copyOf(rowsOf(design, response));
    this.gram = gramOfRows(this.left, design.columns.length);
    this.formed = diagonalOf(this.gram);
  }

  get count(): number {
    return this.left.count;
  }

  get columns(): readonly string[] {
    return this.design.columns;
  }

  /** Solves in plain doubles; null where that cannot be trusted. */
  solve(): LeastSquares | null {
    return solveGram(this.gram);
  }

  /** @throws RankDeficientError */
  solveCertified(): LeastSquares {
    return doubleDoubleLeastSquares(this.activeDesign(), this.activeResponse());
  }

  measure(solution: LeastSquares, into: Influence): void {
    measure(this.left, solution, into);
  }

  /** Columns, other than the intercept, that hold one value in every row left. */
  constantColumns(): string[] {
    const { measured, strata, count } = this.left;
    return this.columns.filter((column, j) => {
      if (column === INTERCEPT) return false;
      const place = strata.measured.indexOf(j);
      const values = measured[place]?.subarray(0, count);
      if (values !== undefined) return isConstant(values);
      // The sum of squares of zeros and ones counts the ones, and is exact.
      const ones = this.gram.matrix[j * this.columns.length + j];
      return ones === 0 || ones === count;
    });
  }

  dropColumn(column: string): void {
    this.design = withoutColumn(this.design, column);
    this.left = copyOf(rowsOf(this.activeDesign(), this.activeResponse()));
    this.form();
  }

  /** Takes rows out. @param removed indices among the rows still in, ascending. */
  remove(removed: readonly number[]): void {
    const { measured, strata, response, count } = this.left;
    for (const i of removed) this.subtract(i);
    mirror(this.gram.matrix, this.columns.length);
    for (const values of [this.positions, response, strata.ofRow, ...measured]) {
      leaveOut(removed, values, count);
    }
    this.left = { ...this.left, count: count - removed.length };
    const now = diagonalOf(this.gram);
    if (now.some((square, j) => !(square > (this.formed[j] ?? 0) / 2))) this.form();
  }

  private subtract(row: number): void {
    const { matrix, moments, size } = this.gram;
    const y = this.left.response[row] ?? 0;
    const x = this.row(row);
    for (let j = 0; j < size; j++) {
      const value = x[j] ?? 0;
      if (value === 0) continue;
      moments[j] = (moments[j] ?? 0) - value * y;
      for (let k = 0; k <= j; k++) matrix[j * size + k] = (matrix[j * size + k] ?? 0) - value * (x[k] ?? 0);
    }
  }

  private row(at: number): Float64Array {
    const { measured, strata } = this.left;
    const x = new Float64Array(this.columns.length);
    for (const j of strata.ones[strata.ofRow[at] ?? 0] ?? []) x[j] = 1;
    strata.measured.forEach((j, k) => (x[j] = measured[k]?.[at] ?? 0));
    return x;
  }

  private activeDesign(): DesignMatrix {
    return withRows(this.design, this.positions.subarray(0, this.count));
  }

  private activeResponse(): Float64Array {
    return this.left.response.slice(0, this.count);
  }

  private form(): void {
    this.gram = gramOfRows(this.left, this.columns.length);
    this.formed = diagonalOf(this.gram);
  }
}

function copyOf({ strata, measured, response, count }: StratifiedRows): StratifiedRows {
  return {
    strata: { ...strata, ofRow: strata.ofRow.slice() },
    measured: measured.map((values) => values.slice()),
    response: response.slice(),
    count,
  };
}

/** Closes the gaps that rows leave in the first `count` values. @param removed ascending */
function leaveOut(removed: readonly number[], values: Float64Array | Int32Array, count: number): void {
  let to = removed[0] ?? count;
  removed.forEach((gap, at) => {
    const next = removed[at + 1] ?? count;
    values.copyWithin(to, gap + 1, next);
    to += next - gap - 1;
  });
}

function diagonalOf({ matrix, size }: Gram): Float64Array {
  return Float64Array.from({ length: size }, (_, j) => matrix[j * size + j] ?? 0);
}
