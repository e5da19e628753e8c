import { type DoubleDouble, exactProduct, exactSum, renormalised, scaled } from './double-double';
import { type DesignMatrix, columnOf } from './design-matrix';

/** Residuals to twice the working precision: `high[i] + low[i]`. */
export interface Residuals {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/**
 * y − X β, one a row.
 *
 * @param params one a column, in units in which the columns are `scale` times what they are in the design
 * @param scale powers of two, one a column
 */
export function residualsOf(
  design: DesignMatrix,
  response: Float64Array,
  params: readonly DoubleDouble[],
  scale: readonly number[],
): Residuals {
  const high = Float64Array.from(response);
  const low = new Float64Array(response.length);
  params.forEach((param, j) => {
    const { hi, lo } = scaled(param, -(scale[j] ?? 1));
    const column = columnOf(design, j);
    for (let i = 0; i < column.length; i++) {
      const x = column[i] ?? 0;
      if (x === 0) continue;
      const term = exactProduct(x, hi);
      const sum = exactSum(high[i] ?? 0, term.hi);
      const rest = sum.lo + ((low[i] ?? 0) + (term.lo + x * lo));
      const value = sum.hi + rest;
      high[i] = value;
      low[i] = rest - (value - sum.hi);
    }
  });
  return { high, low };
}

/** Σ x r, in double-double. */
export function momentOf(column: Float64Array, residuals: Residuals): DoubleDouble {
  const { high, low } = residuals;
  let hi = 0;
  let lo = 0;
  for (let i = 0; i < column.length; i++) {
    const x = column[i] ?? 0;
    if (x === 0) continue;
    const term = exactProduct(x, high[i] ?? 0);
    const sum = exactSum(hi, term.hi);
    hi = sum.hi;
    lo += sum.lo + (term.lo + x * (low[i] ?? 0));
  }
  return renormalised(hi, lo);
}

/** Σ r², rounded to double. */
export function squaredNorm(residuals: Residuals): number {
  const { high, low } = residuals;
  let hi = 0;
  let lo = 0;
  for (let i = 0; i < high.length; i++) {
    const value = high[i] ?? 0;
    const term = exactProduct(value, value);
    const sum = exactSum(hi, term.hi);
    hi = sum.hi;
    lo += sum.lo + (term.lo + 2 * value * (low[i] ?? 0));
  }
  return hi + lo;
}
