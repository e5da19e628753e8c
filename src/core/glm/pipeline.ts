import type { DesignMatrix } from './design-matrix';
import type { GlmFit } from './fit';

/** Whether rows of influence go before collinear columns (the paper's own numbers) or after. */
export type PipelineOrder = 'cook_first' | 'vif_first';

export interface PipelineThresholds {
  /** A row goes when its Cook's distance exceeds this over the current number of rows. Default 4. */
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
  readonly onRound?: (round: InfluenceRound | CollinearityStep) => void;
}

/** One fit of the influence loop, and the rows it removed; the last one removes none. */
export interface InfluenceRound {
  /** 1 for the first fit. */
  readonly check: number;
  /** Rows in this fit. */
  readonly n: number;
  /** Cook's distance above which a row was removed. */
  readonly threshold: number;
  readonly maxCook: number;
  /** Ids of the rows removed after this fit. */
  readonly removed: readonly number[];
}

/** One look at the variance inflation factors, and the column it removed; the last one removes none. */
export interface CollinearityStep {
  readonly vif: Readonly<Record<string, number>>;
  readonly removed: string | null;
}

/** Per-row influence in one fit; arrays run along `rows`. */
export interface InfluenceDetail {
  /** Ids of the rows in the fit. */
  readonly rows: readonly number[];
  readonly threshold: number;
  readonly cooksDistance: Float64Array;
  readonly leverage: Float64Array;
  /** Internally studentised residuals. */
  readonly residStudentized: Float64Array;
}

export interface PipelineResult {
  readonly order: PipelineOrder;
  /** The fit of every row and every usable column, before any removal. */
  readonly initial: GlmFit;
  readonly influence: readonly InfluenceRound[];
  /** Influence in the first and in the last fit of the loop; null where influence removal is off. */
  readonly firstInfluence: InfluenceDetail | null;
  readonly lastInfluence: InfluenceDetail | null;
  readonly collinearity: readonly CollinearityStep[];
  /** The reported fit. */
  readonly fit: GlmFit;
  /** Ids of the rows in the reported fit, its design and response. */
  readonly rows: readonly number[];
  readonly design: DesignMatrix;
  readonly response: Float64Array;
  /** Rows whose Cook's distance exceeds the threshold in the reported fit, which nobody removes any more. */
  readonly stillInfluential: number;
  /** Plain sentences for the author. */
  readonly warnings: readonly string[];
}

/** Runs the paper's removal steps and fits. */
export function runPipeline(
  _design: DesignMatrix,
  _response: Float64Array,
  _rowIds: readonly number[],
  _options?: PipelineOptions,
): PipelineResult {
  throw new Error('Interface only.');
}
