import { type DesignMatrix, withRows } from '../glm/design-matrix';
import { fitGlm, type GlmFit } from '../glm/fit';
import { RankDeficientError } from '../glm/fit-error';
import { normalHalfWidth } from '../glm/normal';
import type { PipelineResult } from '../glm/pipeline';
import { quadraticForm } from '../glm/quadratic-form';
import type { ExportDesign } from './design';

/** A 95 % interval reaches this many standard deviations either way. */
const Z95 = normalHalfWidth(0.95);

const FOLDS = 10;

/** How well predictions of unseen rows come out; errors are in ln grams. */
interface PredictionError {
  readonly rows: number;
  /** Root of the mean squared error. */
  readonly rmse: number;
  /** Half of the predictions are off by less than this factor. */
  readonly medianFactor: number;
  /** Share of the rows that the 95 % prediction interval covers. */
  readonly coverage: number;
}

/** Rows with similar predictions, and what they reported; all in ln grams. */
export interface CalibrationGroup {
  readonly rows: number;
  /** The median of the predictions, each by a fit that has not seen the row. */
  readonly predicted: number;
  /** The median and the quartiles of what was reported. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface CrossValidation {
  readonly folds: number;
  /** The rows of the reported fit in ten groups by their prediction, ascending; fewer where rows are few. */
  readonly calibration: readonly CalibrationGroup[];
  /** The rows of the reported fit, each predicted by a fit that has not seen its fold. */
  readonly kept: PredictionError;
  /** The same, and the rows that were removed for their influence, predicted by the reported fit. */
  readonly all: PredictionError;
}

const GROUPS = 10;
/** A group of fewer rows has no quartiles worth drawing. */
const LEAST_GROUP = 5;

/** Predictions, errors, and whether the interval held, one a row. */
interface Held {
  readonly predicted: number[];
  readonly errors: number[];
  readonly covered: boolean[];
}

/**
 * Ten-fold cross-validation of the final model's columns. Which fold a row falls into depends on its number alone, so
 * that the same export always gives the same figures.
 */
export function crossValidate(
  full: ExportDesign,
  ids: Uint32Array,
  pipeline: PipelineResult,
): CrossValidation {
  const held: Held = { predicted: [], errors: [], covered: [] };
  const folds = Math.min(FOLDS, pipeline.rows.length);
  let fitted = 0;
  for (let fold = 0; fold < folds; fold++) {
    const inside: number[] = [];
    const outside: number[] = [];
    pipeline.rows.forEach((id, at) => (foldOf(id, folds) === fold ? inside : outside).push(at));
    if (holdOut(pipeline, outside, inside, held)) fitted++;
  }
  const kept = errorOf(held);
  const calibration = calibrationOf(held);
  predictRemoved(full, ids, pipeline, held);
  return { folds: fitted, calibration, kept, all: errorOf(held) };
}

function calibrationOf({ predicted, errors }: Held): CalibrationGroup[] {
  const order = Uint32Array.from(predicted.keys()).sort(
    (a, b) => (predicted[a] ?? NaN) - (predicted[b] ?? NaN),
  );
  const groups = Math.min(GROUPS, Math.floor(order.length / LEAST_GROUP));
  return Array.from({ length: groups }, (_, group) => {
    const from = Math.round((group * order.length) / groups);
    const rows = order.subarray(from, Math.round(((group + 1) * order.length) / groups));
    const reported = Float64Array.from(rows, (row) => (predicted[row] ?? NaN) + (errors[row] ?? NaN)).sort();
    return {
      rows: rows.length,
      predicted: predicted[rows[rows.length >> 1] ?? 0] ?? NaN,
      median: quantile(reported, 0.5),
      low: quantile(reported, 0.25),
      high: quantile(reported, 0.75),
    };
  });
}

/** A quantile of sorted values, between neighbours where it falls between them. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? NaN;
  return below + (at % 1) * ((sorted[Math.ceil(at)] ?? NaN) - below);
}

/** Fibonacci hashing: neighbouring rows fall into different folds, and no period of the export survives it. */
function foldOf(id: number, folds: number): number {
  return Math.floor(((Math.imul(id, 0x9e3779b1) >>> 0) / 0x1_0000_0000) * folds);
}

/** @returns false where the rows outside the fold do not determine the model, say because it holds a whole category */
function holdOut(
  { design, response }: PipelineResult,
  outside: number[],
  inside: number[],
  held: Held,
): boolean {
  if (inside.length === 0 || outside.length <= design.columns.length) return false;
  try {
    const fit = fitGlm(
      withRows(design, Int32Array.from(outside)),
      Float64Array.from(outside, (at) => response[at] ?? NaN),
    );
    for (const row of inside) hold(fit, design, row, response[row] ?? NaN, held);
    return true;
  } catch (error) {
    if (error instanceof RankDeficientError) return false;
    throw error;
  }
}

function predictRemoved(
  full: ExportDesign,
  ids: Uint32Array,
  { rows, fit }: PipelineResult,
  held: Held,
): void {
  const kept = new Set(rows);
  const columns = fit.columns.map((column) => full.design.columns.indexOf(column));
  const n = full.design.rows;
  ids.forEach((id, row) => {
    if (kept.has(id)) return;
    const x = columns.map((j) => full.design.values[j * n + row] ?? NaN);
    holdRow(fit, x, full.response[row] ?? NaN, held);
  });
}

function hold(fit: GlmFit, design: DesignMatrix, row: number, observed: number, held: Held): void {
  const x = fit.columns.map((_, j) => design.values[j * design.rows + row] ?? NaN);
  holdRow(fit, x, observed, held);
}

function holdRow(fit: GlmFit, x: readonly number[], observed: number, held: Held): void {
  const predicted = x.reduce((sum, value, j) => sum + value * (fit.params[j] ?? NaN), 0);
  const error = observed - predicted;
  held.predicted.push(predicted);
  held.errors.push(error);
  held.covered.push(Math.abs(error) <= Z95 * Math.sqrt(fit.scale + quadraticForm(fit.cov, x)));
}

function errorOf({ errors, covered }: Held): PredictionError {
  const rows = errors.length;
  const sizes = Float64Array.from(errors, Math.abs).sort();
  return {
    rows,
    rmse: Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / rows),
    medianFactor: Math.exp(sizes[Math.floor(rows / 2)] ?? NaN),
    coverage: covered.filter(Boolean).length / rows,
  };
}
