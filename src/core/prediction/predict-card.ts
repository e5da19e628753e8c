import type { Card } from '../card/card';
import type { EmissionsModel } from '../glm/model-file';
import { type Prediction, predict, type PredictorValues } from '../glm/predict';
import type { CardFacts } from '../judgement/card-facts';
import { gatherPredictors, type GatheredPredictors } from '../predictors/gather-predictors';
import type { PredictorInput } from '../predictors/predictor-input';

/** All that is known of a card when its emissions are predicted. */
export interface PredictionInput extends Omit<PredictorInput, 'metadata' | 'body'> {
  readonly card: Card;
  /** Values of predictors that only a refitted model has, by their names in its file. */
  readonly further?: PredictorValues;
}

/** A card's predictors, and what a model makes of them. */
export interface CardPrediction extends GatheredPredictors {
  /** Undefined where the size of the model is not known. */
  readonly prediction: Prediction | undefined;
  /** Whether the prediction may speak as evidence: its predictors known, in the training range, of no thin category. */
  readonly reliable: boolean;
}

/** Gathers the predictors of a card and predicts its emissions. */
export function predictCard(
  model: EmissionsModel,
  { card, further, ...rest }: PredictionInput,
): CardPrediction {
  const body = card.text.slice(card.frontMatter?.bodyStart ?? 0);
  const gathered = gatherPredictors({ ...rest, metadata: card.metadata?.values ?? {}, body });
  return { ...gathered, ...predictFrom(model, gathered, further) };
}

/** The model's prediction from predictors that are gathered already, or changed by hand. */
export function predictFrom(
  model: EmissionsModel,
  { predictors }: Pick<GatheredPredictors, 'predictors'>,
  further: PredictorValues = {},
): Pick<CardPrediction, 'prediction' | 'reliable'> {
  const { parameters, likes, commits, repoAgeDays, domain, organization } = predictors;
  if (parameters === undefined) return { prediction: undefined, reliable: false };
  const prediction = predict(model, {
    ...further,
    parameters: parameters.value,
    likes: likes.value,
    commits: commits.value,
    repoAgeDays: repoAgeDays.value,
    domain: domain.value,
    organization: organization.value,
  });
  // Likes move the prediction little; an assumed size or history moves it by orders of magnitude.
  const known = [parameters, commits, repoAgeDays, domain].every(({ kind }) => kind !== 'assumed');
  return { prediction, reliable: known && prediction.warnings.length === 0 };
}

/** What the judgement of a card's unit may use of its prediction. */
export function factsOf({ prediction, reliable }: CardPrediction): CardFacts {
  if (prediction === undefined) return {};
  const { linearPredictor, sigma } = prediction;
  return { prediction: { linearPredictor, sigma, reliable } };
}
