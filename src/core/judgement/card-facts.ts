import type { EmissionsRun } from '../codecarbon/emissions-run';

/** What is known of a card from outside its text. All of it is optional: a card alone is judged by its text. */
export interface CardFacts {
  /** The bundled or refitted model's prediction, where the card's predictors are known. */
  readonly prediction?: PredictedEmissions;
  /** CodeCarbon's files beside the card. */
  readonly codecarbon?: readonly CodeCarbonRuns[];
}

export interface PredictedEmissions {
  /** Natural logarithm of the predicted grams. */
  readonly linearPredictor: number;
  /** Standard deviation of the logarithm for one new model. */
  readonly sigma: number;
  /** Whether every predictor is known, within the training range, and of no thin category. */
  readonly reliable: boolean;
}

export interface CodeCarbonRuns {
  /** Relative to the card. */
  readonly file: string;
  readonly runs: readonly EmissionsRun[];
}
