import { readCard } from '../../../../src/core/card/card';
import { paperModel } from '../../../../src/core/glm/paper-model';
import { type CardPrediction, predictCard } from '../../../../src/core/prediction/predict-card';
import type { PredictorSettings } from '../../../../src/core/predictors/predictor';

/** The predictors of a card's text under some settings. */
export function predictorsOf(text: string, settings: PredictorSettings = {}): CardPrediction {
  return predictCard(paperModel, { card: readCard(text), settings, repositoryName: 'sample' });
}

/** The check values of the paper's model: a small fine-tune, and a large model of a company. */
export const SMALL: PredictorSettings = {
  parameters: 66e6,
  likes: 0,
  commits: 5,
  repoAgeDays: 1,
  task: 'fill-mask',
};
export const LARGE: PredictorSettings = {
  parameters: '7B',
  likes: 150,
  commits: 30,
  repoAgeDays: 200,
  task: 'text-generation',
  organization: 'company',
};
