import { doubleDoubleLeastSquares } from './certified';
import { type DesignMatrix, INTERCEPT, withColumns, withRows } from './design-matrix';
import { type Gram, gramOf, mirror } from './gram';
import { type Influence, measure, rowMajor } from './influence';
import { type LeastSquares, solveGram } from './least-squares';

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
  count: number;
  private design: DesignMatrix;
  private rows: Float64Array;
  private readonly active: Float64Array;
  private gram: Gram;
  private formed: Float64Array;

  constructor(design: DesignMatrix, response: Float64Array) {
    this.design = design;
    this.count = design.rows;
    this.positions = Int32Array.from({ length: design.rows }, (_, i) => i);
    this.rows = rowMajor(design);
    this.active = response.slice();
    this.gram = gramOf(design, response);
    this.formed = diagonalOf(this.gram);
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
    const positions = this.positions.subarray(0, this.count);
    return doubleDoubleLeastSquares(withRows(this.design, positions), this.active.slice(0, this.count));
  }

  measure(solution: LeastSquares, into: Influence): void {
    const { rows, active: response, count } = this;
    measure({ ...solution, rows, response, count, terms: this.columns.length }, into);
  }

  /** Columns, other than the intercept, that hold one value in every row left. */
  constantColumns(): string[] {
    const terms = this.columns.length;
    return this.columns.filter((column, j) => {
      if (column === INTERCEPT) return false;
      const value = this.rows[j];
      for (let i = 1; i < this.count; i++) if (this.rows[i * terms + j] !== value) return false;
      return true;
    });
  }

  dropColumn(column: string): void {
    this.design = withColumns(
      this.design,
      this.columns.filter((other) => other !== column),
    );
    this.rows = rowMajor(withRows(this.design, this.positions.subarray(0, this.count)));
    this.form();
  }

  /** Takes rows out. @param removed indices among the rows still in, ascending. */
  remove(removed: readonly number[]): void {
    const terms = this.columns.length;
    for (const i of removed) this.subtract(i * terms, this.active[i] ?? 0);
    mirror(this.gram.matrix, terms);
    let to = removed[0] ?? this.count;
    let next = 0;
    for (let i = to; i < this.count; i++) {
      if (i === removed[next]) {
        next++;
        continue;
      }
      this.positions[to] = this.positions[i] ?? 0;
      this.active[to] = this.active[i] ?? 0;
      for (let j = 0; j < terms; j++) this.rows[to * terms + j] = this.rows[i * terms + j] ?? 0;
      to++;
    }
    this.count = to;
    const now = diagonalOf(this.gram);
    if (now.some((square, j) => !(square > (this.formed[j] ?? 0) / 2))) this.form();
  }

  private subtract(from: number, y: number): void {
    const { matrix, moments, size } = this.gram;
    for (let j = 0; j < size; j++) {
      const x = this.rows[from + j] ?? 0;
      if (x === 0) continue;
      moments[j] = (moments[j] ?? 0) - x * y;
      for (let k = 0; k <= j; k++) {
        matrix[j * size + k] = (matrix[j * size + k] ?? 0) - x * (this.rows[from + k] ?? 0);
      }
    }
  }

  private form(): void {
    const positions = this.positions.subarray(0, this.count);
    this.gram = gramOf(withRows(this.design, positions), this.active.subarray(0, this.count));
    this.formed = diagonalOf(this.gram);
  }
}

function diagonalOf({ matrix, size }: Gram): Float64Array {
  return Float64Array.from({ length: size }, (_, j) => matrix[j * size + j] ?? 0);
}
