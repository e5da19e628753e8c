import type { DesignMatrix } from './design-matrix';
import { type StratifiedRows, rowsOf } from './strata';
import { StratumSums, visitCategoryEntries } from './stratum-sums';

/**
 * The normal equations X'WX β = X'Wy of a weighted least squares problem, in plain doubles.
 *
 * `matrix` is p×p, row-major and symmetric; `moments` is X'Wy.
 */
export interface Gram {
  readonly size: number;
  readonly matrix: Float64Array;
  readonly moments: Float64Array;
}

/** Rows worked on at a time, so that a block of every column stays in the processor's cache. */
const BLOCK = 512;

/** Forms the normal equations. @param weights one a row; all 1 if absent. */
export function gramOf(design: DesignMatrix, response: Float64Array, weights?: Float64Array): Gram {
  return gramOfRows(rowsOf(design, response), design.columns.length, weights);
}

/**
 * Forms the normal equations: from products of the measured columns row by row, and from sums over the strata of the
 * categories.
 *
 * @param size columns of the design
 */
export function gramOfRows(rows: StratifiedRows, size: number, weights?: Float64Array): Gram {
  const { strata, count } = rows;
  const vectors = [...rows.measured, rows.response];
  const positions = [...strata.measured, size];
  const ones = new Float64Array(BLOCK).fill(1);
  const sums = new StratumSums(strata, vectors.length + 1);
  // Of [X y], whose last row is the response's; the lower triangle.
  const entries = new Float64Array((size + 1) ** 2);
  const addTo = (row: number, column: number, value: number): void => {
    const at = row * (size + 1) + column;
    entries[at] = (entries[at] ?? 0) + value;
  };
  for (let start = 0; start < count; start += BLOCK) {
    const end = Math.min(start + BLOCK, count);
    const weight = weights?.subarray(start, end);
    const blocks = vectors.map((vector) => vector.subarray(start, end));
    const weighted = weight === undefined ? blocks : blocks.map((block) => product(block, weight));
    sums.add([...weighted, weight ?? ones], start, end - start);
    for (const [j, left] of weighted.entries()) {
      for (let k = 0; k <= j; k++) addTo(positions[j] ?? 0, positions[k] ?? 0, dot(left, blocks[k] ?? left));
    }
  }
  visitCategoryEntries(strata, size, (row, column, stratum, vector) =>
    addTo(row, column, sums.of(stratum, vector).hi),
  );
  const matrix = Float64Array.from({ length: size ** 2 }, (_, at) => {
    const [j, k] = [Math.floor(at / size), at % size];
    return entries[Math.max(j, k) * (size + 1) + Math.min(j, k)] ?? 0;
  });
  return { size, matrix, moments: entries.slice(size * (size + 1), -1) };
}

/** Copies the lower triangle of a row-major p×p matrix to the upper. */
export function mirror(matrix: Float64Array, size: number): void {
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < j; k++) matrix[k * size + j] = matrix[j * size + k] ?? 0;
  }
}

function product(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value * (b[i] ?? 0));
}

/** Σ a b. Four partial sums are about twice as fast as one, and more accurate. */
function dot(a: Float64Array, b: Float64Array): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    s0 += (a[i] ?? 0) * (b[i] ?? 0);
    s1 += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    s2 += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    s3 += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  for (; i < a.length; i++) s0 += (a[i] ?? 0) * (b[i] ?? 0);
  return s0 + s1 + (s2 + s3);
}
