import type { HubFacts } from './hub-facts';
import type { MissingPredictor, Predictors, PredictorSettings } from './predictor';
import type { RepositoryFacts } from './repository-facts';

/** All that is known of a card when its predictors are gathered. */
export interface PredictorInput {
  /** js-yaml's value of the front matter. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The card's text after the front matter. */
  readonly body: string;
  /** "owner/name", or the name of the card's folder. */
  readonly repositoryName?: string;
  readonly repository?: RepositoryFacts;
  readonly settings?: PredictorSettings;
  readonly hub?: HubFacts;
  /** What the Hub says of the model named in `base_model`, for adapters. */
  readonly hubBaseModel?: HubFacts;
}

export interface GatheredPredictors {
  readonly predictors: Predictors;
  /** Without a size there is no prediction: what is missing and what to do. */
  readonly missing: readonly MissingPredictor[];
  /** What the reader should know about the gathering as a whole, a sentence each. */
  readonly notes: readonly string[];
}

/** Gathers the predictors of a card, each from the source that is trusted most (DESIGN.md section 4). */
export declare function gatherPredictors(input: PredictorInput): GatheredPredictors;
