import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Card } from '../core/card/card';
import { paperModel } from '../core/glm/paper-model';
import type { CardFacts } from '../core/judgement/card-facts';
import { type CardPrediction, factsOf, predictCard } from '../core/prediction/predict-card';
import { readCodeCarbon } from '../node/repository/read-codecarbon';
import { readRepository } from '../node/repository/read-repository';

/** What lies beside a card, and what a model makes of it. */
export interface Surroundings {
  readonly prediction: CardPrediction['prediction'];
  readonly facts: CardFacts;
}

/** Looks at the folder of a card; standard input has none. */
export async function lookAround(card: Card, file: string): Promise<Surroundings> {
  if (file === '-') {
    const predicted = predictCard(paperModel, { card });
    return { prediction: predicted.prediction, facts: factsOf(predicted) };
  }
  const folder = resolve(dirname(file));
  // Only a card at the root of a repository speaks for it, and ten thousand cards must not start git as often.
  const repository = await readRepository(folder, { git: existsSync(join(folder, '.git')) });
  const predicted = predictCard(paperModel, { card, repository, repositoryName: basename(folder) });
  const codecarbon = await readCodeCarbon(folder, repository.emissionsFiles);
  return { prediction: predicted.prediction, facts: { ...factsOf(predicted), codecarbon } };
}
