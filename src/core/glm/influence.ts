import type { DesignMatrix } from './design-matrix';
import { leastSquares } from './least-squares';
import { leveragePartsOf } from './leverage-parts';
import type { LeastSquares } from './solution';
import { type StratifiedRows, rowsOf } from './strata';

/** How much each row sways a linear fit; arrays run along its rows. */
export interface Influence {
  /** The diagonal of the hat matrix. */
  readonly leverage: Float64Array;
  /** Cook's distance; 0 where the leverage is one, see `LEVERAGE_ONE`. */
  readonly cooksDistance: Float64Array;
  /** Internally studentised residuals, e / (s √(1 − h)). */
  readonly residStudentized: Float64Array;
}

/**
 * A row whose leverage is within this of one is fitted exactly, whatever its response (the only row of a category,
 * say). Its residual is rounding noise, and so would its Cook's distance be: noise divided by noise.
 */
const LEVERAGE_ONE = 1e-10;

/**
 * Residuals shorter than this, relative to the response, are the rounding noise of an exact fit: nothing in them is
 * worth removing.
 */
const EXACT_FIT = 1e-12;

/** Rows measured at a time, so that a block of every column stays in the processor's cache. */
const BLOCK = 512;

/**
 * Influence of each row in the linear model of `response`; statsmodels' `get_influence()`.
 *
 * @param solution of that model, where it is known already.
 */
export function influenceOf(
  design: DesignMatrix,
  response: Float64Array,
  solution: LeastSquares = leastSquares(design, response),
): Influence {
  const workspace = newWorkspace(design.rows);
  measure(rowsOf(design, response), solution, workspace);
  return workspace;
}

/** Arrays of zeros to measure influence into. @param rows how many are measured at most */
export function newWorkspace(rows: number): Influence {
  return {
    leverage: new Float64Array(rows),
    cooksDistance: new Float64Array(rows),
    residStudentized: new Float64Array(rows),
  };
}

/** Measures the influence of the rows of a fit, into arrays that are reused from round to round. */
export function measure(rows: StratifiedRows, solution: LeastSquares, into: Influence): void {
  const terms = solution.params.length;
  measureLeverage(rows, solution, into.leverage);
  const squares = measureResiduals(rows, solution.params, into.residStudentized);
  standardise(into, rows.count, terms, squares);
}

interface Squares {
  readonly ofResiduals: number;
  readonly ofResponses: number;
}

/** y − x β of each row, and the sums of squares. */
function measureResiduals(rows: StratifiedRows, params: Float64Array, into: Float64Array): Squares {
  const { strata, measured, response, count } = rows;
  const ofStratum = Float64Array.from(strata.ones, (ones) =>
    ones.reduce((sum, j) => sum + (params[j] ?? 0), 0),
  );
  const slopes = strata.measured.map((j) => params[j] ?? 0);
  let ofResiduals = 0;
  let ofResponses = 0;
  for (let start = 0; start < count; start += BLOCK) {
    const end = Math.min(start + BLOCK, count);
    for (let i = start; i < end; i++) into[i] = (response[i] ?? 0) - (ofStratum[strata.ofRow[i] ?? 0] ?? 0);
    for (const [k, column] of measured.entries()) {
      const slope = slopes[k] ?? 0;
      for (let i = start; i < end; i++) into[i] = (into[i] ?? 0) - (column[i] ?? 0) * slope;
    }
    for (let i = start; i < end; i++) {
      const residual = into[i] ?? 0;
      const y = response[i] ?? 0;
      ofResiduals += residual * residual;
      ofResponses += y * y;
    }
  }
  return { ofResiduals, ofResponses };
}

/** Turns leverages and plain residuals into Cook's distances and studentised residuals. */
function standardise(into: Influence, count: number, terms: number, squares: Squares): void {
  const { leverage, cooksDistance, residStudentized } = into;
  const exact = squares.ofResiduals <= squares.ofResponses * EXACT_FIT ** 2;
  const scale = squares.ofResiduals / (count - terms);
  for (let i = 0; i < count; i++) {
    const h = leverage[i] ?? 0;
    const residual = residStudentized[i] ?? 0;
    const degenerate = exact || h > 1 - LEVERAGE_ONE;
    residStudentized[i] = degenerate ? 0 : residual / Math.sqrt(scale * (1 - h));
    cooksDistance[i] = degenerate ? 0 : (residual * residual * h) / (terms * scale * (1 - h) ** 2);
  }
}

/** |L⁻¹x|² of each row x. The removal of influential rows spends its time here; see {@link leveragePartsOf}. */
function measureLeverage(
  rows: StratifiedRows,
  { inverseFactor, params }: LeastSquares,
  into: Float64Array,
): void {
  const { strata, measured, count } = rows;
  const { within, shift, factor } = leveragePartsOf(strata, inverseFactor, params.length);
  const { ofRow } = strata;
  const d = measured.length;
  const part = new Float64Array(BLOCK);
  for (let start = 0; start < count; start += BLOCK) {
    const end = Math.min(start + BLOCK, count);
    for (let i = start; i < end; i++) into[i] = within[ofRow[i] ?? 0] ?? 0;
    for (let m = 0; m < d; m++) {
      for (let i = start; i < end; i++) part[i - start] = shift[(ofRow[i] ?? 0) * d + m] ?? 0;
      for (const [k, values] of measured.entries()) {
        if (k < m) continue;
        const weight = factor[m * d + k] ?? 0;
        for (let i = start; i < end; i++) {
          part[i - start] = (part[i - start] ?? 0) + weight * (values[i] ?? 0);
        }
      }
      for (let i = start; i < end; i++) into[i] = (into[i] ?? 0) + (part[i - start] ?? 0) ** 2;
    }
  }
}
