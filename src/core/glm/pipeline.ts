import * as l10n from '@vscode/l10n';
import { type CollinearityStep, removeCollinear } from './collinearity';
import { type DesignMatrix, INTERCEPT, columnOf, isConstant, withColumns, withRows } from './design-matrix';
import { type GlmFit, fitGlm, solveGlm } from './fit';
import { type Influence, influenceOf } from './influence';
import { type LoopInfluence, type LoopRound, removeInfluential } from './influence-loop';

/** Whether rows of influence go before collinear columns (what the paper's own numbers imply) or after. */
export type PipelineOrder = 'cook_first' | 'vif_first';

interface PipelineThresholds {
  /** A row goes when its Cook's distance exceeds this over the number of rows in the fit. Default 4. */
  readonly cookNumerator: number;
  /** A column is collinear when its variance inflation factor exceeds this. Default 5. */
  readonly vif: number;
}

export interface PipelineOptions {
  /** Default `cook_first`. */
  readonly order?: PipelineOrder;
  /** Default true. */
  readonly influenceRemoval?: boolean;
  /** Default true. */
  readonly collinearityRemoval?: boolean;
  readonly thresholds?: Partial<PipelineThresholds>;
  /** At most this many fits of the influence loop. Default 100; reaching it is a warning. */
  readonly roundLimit?: number;
  /** Solve the reported fit in double-double arithmetic. Default true. */
  readonly certified?: boolean;
  /** Called after each step, for progress; throwing here ends the pipeline. */
  readonly onRound?: (step: InfluenceRound | CollinearityStep) => void;
}

/** One fit of the influence loop, and the ids of the rows it removed; the last one removes none. */
type InfluenceRound = LoopRound;

/** Per-row influence in one fit; arrays run along `rows`. */
export interface InfluenceDetail extends Influence {
  /** Ids of the rows in the fit. */
  readonly rows: readonly number[];
  /** Cook's distance above which a row is removed. */
  readonly threshold: number;
}

export interface PipelineResult {
  readonly order: PipelineOrder;
  /** The fit of every row and every usable column, before any removal. */
  readonly initial: GlmFit;
  readonly influence: readonly InfluenceRound[];
  /** Influence in the first and in the last fit of the loop; without the loop, both are of the reported fit. */
  readonly firstInfluence: InfluenceDetail;
  readonly lastInfluence: InfluenceDetail;
  readonly collinearity: readonly CollinearityStep[];
  /** The reported fit. */
  readonly fit: GlmFit;
  /** Ids of the rows in the reported fit; its design and response run along them. */
  readonly rows: readonly number[];
  readonly design: DesignMatrix;
  readonly response: Float64Array;
  /** Rows of the reported fit whose Cook's distance exceeds its threshold: nobody removes them any more. */
  readonly stillInfluential: number;
  /** Plain sentences for the author. */
  readonly warnings: readonly string[];
}

/** A design with its response and the ids of its rows, as they stand after some of the steps. */
interface Data {
  readonly design: DesignMatrix;
  readonly response: Float64Array;
  readonly ids: readonly number[];
}

type Settings = Required<Omit<PipelineOptions, 'thresholds'>> & PipelineThresholds;

/** What the steps leave behind. */
interface Trail {
  influence: readonly InfluenceRound[];
  detail: { first: InfluenceDetail; last: InfluenceDetail } | null;
  collinearity: readonly CollinearityStep[];
  readonly warnings: string[];
}

/**
 * Runs the paper's pipeline (sections 4.3.3 and 4.3.4): removes influential rows and collinear columns, in either
 * order, and fits what is left.
 *
 * A column without variance is left out with a warning.
 *
 * @param response natural logarithm of grams of CO₂eq, one a row.
 * @param rowIds what each row is called in the result: its record number in the export.
 * @throws RankDeficientError, TooFewRowsError, InvalidInputError as {@link fitGlm}.
 */
export function runPipeline(
  design: DesignMatrix,
  response: Float64Array,
  rowIds: readonly number[],
  options: PipelineOptions = {},
): PipelineResult {
  const settings: Settings = {
    order: 'cook_first',
    influenceRemoval: true,
    collinearityRemoval: true,
    cookNumerator: 4,
    vif: 5,
    roundLimit: 100,
    certified: true,
    onRound: () => undefined,
    ...options,
    ...options.thresholds,
  };
  const trail: Trail = { influence: [], detail: null, collinearity: [], warnings: [] };
  const start = { design: withoutConstantColumns(design, trail.warnings), response, ids: rowIds };

  const steps = [
    ...(settings.influenceRemoval ? [influenceStep] : []),
    ...(settings.collinearityRemoval ? [collinearityStep] : []),
  ];
  if (settings.order === 'vif_first') steps.reverse();
  const before = steps.length === 0 ? null : fitGlm(start.design, response);
  const data = steps.reduce((current: Data, step) => step(current, settings, trail), start);

  const { fit, solution } = solveGlm(data.design, data.response, { certified: settings.certified });
  const final = {
    ...influenceOf(data.design, data.response, solution),
    rows: data.ids,
    threshold: settings.cookNumerator / data.design.rows,
  };
  return {
    order: settings.order,
    // Where nothing was removed, the reported fit is of the same rows and columns, and the more exact one.
    initial: before === null || data.design === start.design ? fit : before,
    influence: trail.influence,
    firstInfluence: trail.detail?.first ?? final,
    lastInfluence: trail.detail?.last ?? final,
    collinearity: trail.collinearity,
    fit,
    rows: data.ids,
    design: data.design,
    response: data.response,
    stillInfluential: final.cooksDistance.filter((distance) => distance > final.threshold).length,
    warnings: trail.warnings,
  };
}

function influenceStep(data: Data, settings: Settings, trail: Trail): Data {
  const { design, response, ids } = data;
  const idsOf = (positions: ArrayLike<number>): number[] => Array.from(positions, (at) => ids[at] ?? at);
  const withIds = (round: LoopRound): InfluenceRound => ({ ...round, removed: idsOf(round.removed) });
  const detailOf = (influence: LoopInfluence): InfluenceDetail => ({
    ...influence,
    rows: idsOf(influence.rows),
  });
  const { cookNumerator, roundLimit } = settings;
  const onRound = (round: LoopRound): void => settings.onRound(withIds(round));
  const result = removeInfluential(design, response, { cookNumerator, roundLimit, onRound });
  const kept = result.last.rows;
  trail.influence = result.rounds.map(withIds);
  trail.detail = { first: detailOf(result.first), last: detailOf(result.last) };
  trail.warnings.push(...result.warnings);
  if (kept.length === design.rows && result.columns.length === design.columns.length) return data;
  return {
    design: withRows(withColumns(design, result.columns), kept),
    response: Float64Array.from(kept, (at) => response[at] ?? 0),
    ids: idsOf(kept),
  };
}

function collinearityStep({ design, ...data }: Data, { vif, onRound }: Settings, trail: Trail): Data {
  const result = removeCollinear(design, vif, onRound);
  trail.collinearity = result.steps;
  return { ...data, design: result.design };
}

function withoutConstantColumns(design: DesignMatrix, warnings: string[]): DesignMatrix {
  const varying = design.columns.filter((column, j) => {
    if (column === INTERCEPT || !isConstant(columnOf(design, j))) return true;
    warnings.push(l10n.t('“{0}” has the same value in every row, so it was left out of the model.', column));
    return false;
  });
  return varying.length === design.columns.length ? design : withColumns(design, varying);
}
