import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Card } from '../core/card/card';
import { paperModel } from '../core/glm/paper-model';
import type { CardFacts } from '../core/judgement/card-facts';
import { type CardPrediction, factsOf, predictCard } from '../core/prediction/predict-card';
import type { PredictorSettings } from '../core/predictors/predictor';
import { readCodeCarbon } from '../node/repository/read-codecarbon';
import { entriesAtOnce } from '../node/repository/list-files';
import { readRepository } from '../node/repository/read-repository';

/** What lies beside a card, and what a model makes of it. */
export interface Surroundings {
  readonly prediction: CardPrediction['prediction'];
  readonly facts: CardFacts;
}

/** Looks at the folder of a card; standard input has none. @param settings what the configuration says about its model */
export async function lookAround(
  card: Card,
  file: string,
  settings: PredictorSettings,
): Promise<Surroundings> {
  if (file === '-') {
    const predicted = predictCard(paperModel, { card, settings });
    return { prediction: predicted.prediction, facts: factsOf(predicted) };
  }
  const folder = resolve(dirname(file));
  // Only a card at the root of a repository speaks for it, and ten thousand cards must not start git as often.
  const git = existsSync(join(folder, '.git'));
  const repository = await readRepository(folder, { git, entriesOf: entriesAtOnce });
  const predicted = predictCard(paperModel, { card, repository, repositoryName: basename(folder), settings });
  const codecarbon = await readCodeCarbon(folder, repository.emissionsFiles);
  return { prediction: predicted.prediction, facts: { ...factsOf(predicted), codecarbon } };
}
