import { type DesignMatrix, INTERCEPT, columnOf, withoutColumn } from './design-matrix';
import { leastSquares } from './least-squares';
import { unscaledCovariance } from './solution';

/** One look at the variance inflation factors, and the column it removed; the last one removes none. */
export interface CollinearityStep {
  readonly vif: Readonly<Record<string, number>>;
  readonly removed: string | null;
}

/**
 * The variance inflation factor of each column: 1 / (1 − R²) of the column on all others.
 *
 * Centred where the design has an intercept; the intercept's own is uncentred, as statsmodels' is.
 *
 * @throws RankDeficientError where a column is a combination of the others, that is, its factor infinite.
 */
export function varianceInflation(design: DesignMatrix): Record<string, number> {
  const terms = design.columns.length;
  const unscaled = unscaledCovariance(leastSquares(design, new Float64Array(design.rows)));
  const centred = design.columns.includes(INTERCEPT);
  return Object.fromEntries(
    design.columns.map((column, j) => {
      const values = columnOf(design, j);
      const squares = squaresAbout(values, centred && column !== INTERCEPT ? mean(values) : 0);
      return [column, squares * (unscaled[j * terms + j] ?? 0)];
    }),
  );
}

/**
 * Removes collinear columns one by one until none is left.
 *
 * Among the columns over the threshold, a category goes before a measured predictor, and the category with the
 * fewest rows first (the reason the paper gives for its choice); without categories, the highest factor goes. Of
 * equals, the later column.
 *
 * @param threshold a column other than the intercept is collinear when its factor exceeds this; the paper's is 5.
 */
export function removeCollinear(
  design: DesignMatrix,
  threshold: number,
  onStep: (step: CollinearityStep) => void,
): { design: DesignMatrix; steps: CollinearityStep[] } {
  const steps: CollinearityStep[] = [];
  let current = design;
  for (;;) {
    const vif = varianceInflation(current);
    const removed = columnToRemove(current, vif, threshold);
    const step = { vif, removed };
    steps.push(step);
    onStep(step);
    if (removed === null) return { design: current, steps };
    current = withoutColumn(current, removed);
  }
}

/**
 * Factors this close, relative to them, are equal but for rounding. Two predictors that are collinear with each other
 * and nothing else have the same factor, so without this the order of the rows would choose between them.
 */
const EQUAL = 1e-9;

function columnToRemove(design: DesignMatrix, vif: Record<string, number>, threshold: number): string | null {
  const over = design.columns
    .map((column, j) => ({ column, vif: vif[column] ?? 0, ones: countOfOnes(columnOf(design, j)) }))
    .filter(({ column, vif: factor }) => column !== INTERCEPT && factor > threshold);
  const categories = over.flatMap(({ column, ones }) => (ones === null ? [] : [{ column, rank: -ones }]));
  const candidates =
    categories.length > 0 ? categories : over.map(({ column, vif: rank }) => ({ column, rank }));
  let worst: { column: string; rank: number } | null = null;
  for (const candidate of candidates) {
    if (worst === null || candidate.rank >= worst.rank - EQUAL * Math.abs(worst.rank)) worst = candidate;
  }
  return worst?.column ?? null;
}

/** How many rows are in a category; null for a column that is not of zeros and ones. */
function countOfOnes(values: Float64Array): number | null {
  let ones = 0;
  for (const value of values) {
    if (value === 1) ones++;
    else if (value !== 0) return null;
  }
  return ones;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function squaresAbout(values: Float64Array, centre: number): number {
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;
  return squares;
}
