import { type DoubleDouble, SPLITTER, ZERO, renormalised } from './double-double';
import { type DesignMatrix, columnOf } from './design-matrix';

/** Rows worked on at a time, so that a block's halves stay in the processor's cache. */
const BLOCK = 256;

/**
 * X'X (p×p, row-major) and X'y with every product exact and the sums carried to twice the working precision
 * (Ogita, Rump and Oishi, "Accurate sum and dot product", 2005).
 *
 * The one place that reads every row in extended precision, so it is written for speed: plain loops over typed
 * arrays, halves of each column split once a block, and columns of only zeros and ones (the intercept and the
 * categories), whose products are exact as they are, merely summed.
 */
export function compensatedGram(
  design: DesignMatrix,
  response: Float64Array,
): { matrix: DoubleDouble[]; moments: DoubleDouble[] } {
  const { rows } = design;
  const size = design.columns.length;
  const vectors = Array.from(
    { length: size + 1 },
    (_, j) => new Column(j < size ? columnOf(design, j) : response),
  );
  const sums = Array.from({ length: (size + 1) * size }, () => new CompensatedSum());
  for (let start = 0; start < rows; start += BLOCK) {
    const end = Math.min(start + BLOCK, rows);
    for (const vector of vectors) vector.load(start, end);
    vectors.forEach((left, j) => {
      for (let k = 0; k <= Math.min(j, size - 1); k++) {
        const right = vectors[k];
        if (right !== undefined) sums[j * size + k]?.addProducts(left, right);
      }
    });
  }
  const at = (j: number, k: number): DoubleDouble => sums[j * size + k]?.value() ?? ZERO;
  return {
    matrix: Array.from({ length: size * size }, (_, position) => {
      const [j, k] = [Math.floor(position / size), position % size];
      return j >= k ? at(j, k) : at(k, j);
    }),
    moments: Array.from({ length: size }, (_, k) => at(size, k)),
  };
}

/** One column, a block of it at a time, in halves whose products are exact. */
class Column {
  readonly binary: boolean;
  readonly high = new Float64Array(BLOCK);
  readonly low = new Float64Array(BLOCK);
  block: Float64Array = new Float64Array(0);
  /** Positions of the ones of a binary column within the block. */
  readonly ones = new Int32Array(BLOCK);
  count = 0;

  constructor(private readonly values: Float64Array) {
    this.binary = values.every((value) => value === 0 || value === 1);
  }

  load(start: number, end: number): void {
    const { high, low, ones, values } = this;
    this.block = values.subarray(start, end);
    this.count = 0;
    for (let i = 0; i < end - start; i++) {
      const value = values[start + i] ?? 0;
      if (this.binary) {
        if (value !== 0) ones[this.count++] = i;
        continue;
      }
      const stretched = SPLITTER * value;
      const half = stretched - (stretched - value);
      high[i] = half;
      low[i] = value - half;
    }
  }
}

class CompensatedSum {
  private hi = 0;
  private lo = 0;

  value(): DoubleDouble {
    return renormalised(this.hi, this.lo);
  }

  addProducts(left: Column, right: Column): void {
    if (left.binary) this.addWhere(left, right.block);
    else if (right.binary) this.addWhere(right, left.block);
    else this.addExactProducts(left, right);
  }

  /** Adds the values at the ones of a binary column. */
  private addWhere(binary: Column, values: Float64Array): void {
    const { ones, count } = binary;
    let { hi, lo } = this;
    for (let i = 0; i < count; i++) {
      const value = values[ones[i] ?? 0] ?? 0;
      const sum = hi + value;
      const shadow = sum - hi;
      lo += hi - (sum - shadow) + (value - shadow);
      hi = sum;
    }
    this.hi = hi;
    this.lo = lo;
  }

  private addExactProducts(left: Column, right: Column): void {
    const { high: leftHigh, low: leftLow, block: leftBlock } = left;
    const { high: rightHigh, low: rightLow, block: rightBlock } = right;
    let { hi, lo } = this;
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
    this.hi = hi;
    this.lo = lo;
  }
}
