import { type DoubleDouble, renormalised } from './double-double';
import type { Strata } from './strata';

/**
 * The sums of some vectors over the rows of each stratum, to twice the working precision.
 *
 * Each is normalised after every addition, so that the sum of n numbers errs by at most 2 n u² Σ|x|, where u = 2⁻⁵³
 * (Joldes, Muller and Popescu, "Tight and rigorous error bounds for basic building blocks of double-word arithmetic",
 * 2017, algorithm 4).
 */
export class StratumSums {
  private readonly high: Float64Array;
  private readonly low: Float64Array;

  /** @param vectors how many vectors are summed */
  constructor(
    private readonly strata: Strata,
    private readonly vectors: number,
  ) {
    this.high = new Float64Array(strata.ones.length * vectors);
    this.low = new Float64Array(strata.ones.length * vectors);
  }

  /**
   * Adds the next `length` values of every vector, which belong to the rows from `start`.
   *
   * Row by row, since each sum has to wait for itself: beside those of the other vectors that costs nothing, where one
   * vector after the other takes twice the time.
   */
  add(blocks: readonly Float64Array[], start: number, length: number): void {
    const { high, low, vectors } = this;
    const { ofRow } = this.strata;
    for (let i = 0; i < length; i++) {
      let at = (ofRow[start + i] ?? 0) * vectors;
      for (const block of blocks) {
        const value = block[i] ?? 0;
        const hi = high[at] ?? 0;
        const sum = hi + value;
        const shadow = sum - hi;
        const rest = (low[at] ?? 0) + (hi - (sum - shadow) + (value - shadow));
        const normal = sum + rest;
        high[at] = normal;
        low[at++] = rest - (normal - sum);
      }
    }
  }

  of(stratum: number, vector: number): DoubleDouble {
    const at = stratum * this.vectors + vector;
    return renormalised(this.high[at] ?? 0, this.low[at] ?? 0);
  }
}

/**
 * Visits the sums that make up the entries of a category in [X y]'[X y]; its last row and column are the response's,
 * and only the lower triangle is visited.
 *
 * @param size columns of X
 * @param visit is told the entry, and the stratum and vector whose sum is a part of it; vectors are the measured
 *   columns, the response, and last the weights
 */
export function visitCategoryEntries(
  { ones: strata, measured }: Strata,
  size: number,
  visit: (row: number, column: number, stratum: number, vector: number) => void,
): void {
  const others = [...measured, size];
  strata.forEach((ones, stratum) => {
    ones.forEach((j, place) => {
      for (let at = 0; at <= place; at++) visit(j, ones[at] ?? 0, stratum, others.length);
      others.forEach((k, vector) => visit(Math.max(j, k), Math.min(j, k), stratum, vector));
    });
  });
}
