import { type DoubleDouble, SPLITTER, ZERO, add, renormalised } from './double-double';
import { type DesignMatrix, columnOf } from './design-matrix';
import { strataOf } from './strata';
import { StratumSums, visitCategoryEntries } from './stratum-sums';

/** Rows worked on at a time, so that a block's halves stay in the processor's cache. */
const BLOCK = 256;

/** The normal equations X'X β = X'y of a least squares problem, to twice the working precision. */
export interface CompensatedGram {
  /** X'X, p×p, row-major. */
  readonly matrix: readonly DoubleDouble[];
  /** X'y. */
  readonly moments: readonly DoubleDouble[];
  /** y'y. */
  readonly squares: DoubleDouble;
  /** No entry Σ a b is off by more than this times Σ |a b|. */
  readonly errorBound: number;
}

/**
 * Forms the normal equations with every product exact and the sums carried to twice the working precision.
 *
 * The one place that reads every row in extended precision, so it is written for speed: plain loops over typed
 * arrays. Categories need no products, only sums over their strata, which err by at most 2 n u² Σ|x|
 * ({@link StratumSums}). Products of measured columns are summed in blocks of B rows, each with an error of at most
 * 2 (B u)² Σ|a b| beyond its rounding to double-double (Ogita, Rump and Oishi, "Accurate sum and dot product", 2005,
 * algorithm 5.3), and the n/B blocks added up in double-double arithmetic.
 */
export function compensatedGram(design: DesignMatrix, response: Float64Array): CompensatedGram {
  const size = design.columns.length;
  const strata = strataOf(design);
  const positions = [...strata.measured, size];
  const vectors = [...strata.measured.map((j) => new Halves(columnOf(design, j))), new Halves(response)];
  const ones = new Float64Array(BLOCK).fill(1);
  const sums = new StratumSums(strata, vectors.length + 1);
  // Of [X y], whose last row is the response's; the lower triangle.
  const entries = new Array<DoubleDouble>((size + 1) ** 2).fill(ZERO);
  const addTo = (row: number, column: number, value: DoubleDouble): void => {
    const at = row * (size + 1) + column;
    entries[at] = add(entries[at] ?? ZERO, value);
  };
  for (let start = 0; start < design.rows; start += BLOCK) {
    const end = Math.min(start + BLOCK, design.rows);
    for (const vector of vectors) vector.load(start, end);
    sums.add([...vectors.map(({ block }) => block), ones], start, end - start);
    for (const [j, left] of vectors.entries()) {
      for (let k = 0; k <= j; k++) {
        addTo(positions[j] ?? 0, positions[k] ?? 0, sumOfProducts(left, vectors[k] ?? left));
      }
    }
  }
  visitCategoryEntries(strata, size, (row, column, stratum, vector) =>
    addTo(row, column, sums.of(stratum, vector)),
  );
  const at = (j: number, k: number): DoubleDouble =>
    entries[Math.max(j, k) * (size + 1) + Math.min(j, k)] ?? ZERO;
  return {
    matrix: Array.from({ length: size ** 2 }, (_, place) => at(Math.floor(place / size), place % size)),
    moments: Array.from({ length: size }, (_, k) => at(size, k)),
    squares: at(size, size),
    errorBound: (2 * BLOCK ** 2 + 4 * design.rows) * UNIT_ROUNDOFF ** 2,
  };
}

/** u, half the distance from 1 to the next double. */
const UNIT_ROUNDOFF = 2 ** -53;

/** One vector, a block of it at a time, in halves whose products are exact (Dekker). */
class Halves {
  readonly high = new Float64Array(BLOCK);
  readonly low = new Float64Array(BLOCK);
  block: Float64Array = new Float64Array(0);

  constructor(private readonly values: Float64Array) {}

  load(start: number, end: number): void {
    const { high, low } = this;
    const block = this.values.subarray(start, end);
    for (let i = 0; i < block.length; i++) {
      const value = block[i] ?? 0;
      const stretched = SPLITTER * value;
      const half = stretched - (stretched - value);
      high[i] = half;
      low[i] = value - half;
    }
    this.block = block;
  }
}

/** Σ a b over a block; `high` sums the rounded products, `low` what they and the sums leave out. */
function sumOfProducts(left: Halves, right: Halves): DoubleDouble {
  const { high: leftHigh, low: leftLow, block: leftBlock } = left;
  const { high: rightHigh, low: rightLow, block: rightBlock } = right;
  let hi = 0;
  let lo = 0;
  for (let i = 0; i < leftBlock.length; i++) {
    const product = (leftBlock[i] ?? 0) * (rightBlock[i] ?? 0);
    const a = leftHigh[i] ?? 0;
    const b = leftLow[i] ?? 0;
    const c = rightHigh[i] ?? 0;
    const d = rightLow[i] ?? 0;
    const error = a * c - product + a * d + b * c + b * d;
    const sum = hi + product;
    const shadow = sum - hi;
    lo += hi - (sum - shadow) + (product - shadow) + error;
    hi = sum;
  }
  return renormalised(hi, lo);
}
