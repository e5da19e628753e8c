import type { DesignMatrix } from './design-matrix';
import { leastSquares } from './least-squares';

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

/** Rows measured at a time, so that a million rows are not held twice. */
const BLOCK = 4096;

/** Influence of each row in the linear model of `response`; statsmodels' `get_influence()`. */
export function influenceOf(design: DesignMatrix, response: Float64Array): Influence {
  const terms = design.columns.length;
  const workspace = newWorkspace(design.rows);
  const { leverage, residStudentized } = workspace;
  const solution = leastSquares(design, response);
  let squares: Squares = { ofResiduals: 0, ofResponses: 0 };
  for (let start = 0; start < design.rows; start += BLOCK) {
    const end = Math.min(start + BLOCK, design.rows);
    const block = {
      ...solution,
      rows: rowMajor(design, start, end),
      response: response.subarray(start, end),
      count: end - start,
      terms,
    };
    measureLeverage(block, leverage.subarray(start, end));
    squares = plus(squares, measureResiduals(block, residStudentized.subarray(start, end)));
  }
  standardise(workspace, design.rows, terms, squares);
  return workspace;
}

/** The values of some of a design's rows, row by row, which is how influence reads them. */
export function rowMajor(design: DesignMatrix, start = 0, end = design.rows): Float64Array {
  const terms = design.columns.length;
  const rows = new Float64Array((end - start) * terms);
  for (let j = 0; j < terms; j++) {
    for (let i = start; i < end; i++) rows[(i - start) * terms + j] = design.values[j * design.rows + i] ?? 0;
  }
  return rows;
}

export function newWorkspace(rows: number): Influence {
  return {
    leverage: new Float64Array(rows),
    cooksDistance: new Float64Array(rows),
    residStudentized: new Float64Array(rows),
  };
}

/** A linear fit, with its first `count` rows laid out row by row. */
export interface FittedRows {
  readonly rows: Float64Array;
  readonly response: Float64Array;
  readonly count: number;
  readonly terms: number;
  readonly params: Float64Array;
  /** See {@link LeastSquares.inverseFactor}. */
  readonly inverseFactor: Float64Array;
}

/** Measures the influence of the rows of a fit, into arrays that are reused from round to round. */
export function measure(fit: FittedRows, into: Influence): void {
  measureLeverage(fit, into.leverage);
  standardise(into, fit.count, fit.terms, measureResiduals(fit, into.residStudentized));
}

interface Squares {
  readonly ofResiduals: number;
  readonly ofResponses: number;
}

function plus(a: Squares, b: Squares): Squares {
  return { ofResiduals: a.ofResiduals + b.ofResiduals, ofResponses: a.ofResponses + b.ofResponses };
}

/** y − x β of each row, and the sums of squares. */
function measureResiduals({ rows, response, count, terms, params }: FittedRows, into: Float64Array): Squares {
  let ofResiduals = 0;
  let ofResponses = 0;
  for (let i = 0; i < count; i++) {
    const y = response[i] ?? 0;
    let residual = y;
    for (let j = 0; j < terms; j++) residual -= (rows[i * terms + j] ?? 0) * (params[j] ?? 0);
    into[i] = residual;
    ofResiduals += residual * residual;
    ofResponses += y * y;
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

/**
 * |L⁻¹ x|² of each row x.
 *
 * The removal of influential rows spends its time here, p²/2 products a row. Four rows at a time keep the processor
 * busy where one would wait for each sum to finish: three times as fast.
 */
function measureLeverage({ rows, count, terms, inverseFactor }: FittedRows, into: Float64Array): void {
  let i = 0;
  for (; i + 3 < count; i += 4) {
    const a = i * terms;
    const b = a + terms;
    const c = b + terms;
    const d = c + terms;
    let squaresA = 0;
    let squaresB = 0;
    let squaresC = 0;
    let squaresD = 0;
    for (let j = 0; j < terms; j++) {
      let partA = 0;
      let partB = 0;
      let partC = 0;
      let partD = 0;
      for (let k = 0; k <= j; k++) {
        const factor = inverseFactor[j * terms + k] ?? 0;
        partA += factor * (rows[a + k] ?? 0);
        partB += factor * (rows[b + k] ?? 0);
        partC += factor * (rows[c + k] ?? 0);
        partD += factor * (rows[d + k] ?? 0);
      }
      squaresA += partA * partA;
      squaresB += partB * partB;
      squaresC += partC * partC;
      squaresD += partD * partD;
    }
    into[i] = squaresA;
    into[i + 1] = squaresB;
    into[i + 2] = squaresC;
    into[i + 3] = squaresD;
  }
  for (; i < count; i++) {
    let squares = 0;
    for (let j = 0; j < terms; j++) {
      let part = 0;
      for (let k = 0; k <= j; k++) part += (inverseFactor[j * terms + k] ?? 0) * (rows[i * terms + k] ?? 0);
      squares += part * part;
    }
    into[i] = squares;
  }
}
