import type { PipelineOrder } from '../glm/pipeline';

/** What a refit may be told; the defaults are the paper's. */
export interface RefitOptions {
  readonly order: PipelineOrder;
  readonly influenceRemoval: boolean;
  readonly collinearityRemoval: boolean;
  /** Categories with fewer rows get no column of their own. */
  readonly minCategoryRows: number;
  /** A row goes when its Cook's distance exceeds this over the number of rows. */
  readonly cookThreshold: number;
  /** A column goes when its variance inflation factor exceeds this. */
  readonly vifThreshold: number;
  /** At most so many fits of the influence loop. */
  readonly maxRounds: number;
  /** Whether to compute the Q-Q plots of the residuals: sorting a million rows twice takes longer than fitting them. */
  readonly quantilePlots: boolean;
  /** Whether to cross-validate the final model. */
  readonly validation: boolean;
}

/** The paper's thresholds, and the order that its own numbers imply. */
export const DEFAULT_OPTIONS: RefitOptions = {
  order: 'cook_first',
  influenceRemoval: true,
  collinearityRemoval: true,
  minCategoryRows: 5,
  cookThreshold: 4,
  vifThreshold: 5,
  maxRounds: 100,
  quantilePlots: false,
  validation: false,
};
