import * as l10n from '@vscode/l10n';
import { excerpt } from '../card/excerpt';
import { type EmissionsModel, ModelFileError, readModelFile } from '../glm/model-file';

/** What can be found out for a card, by its names in model files. */
const KNOWN: readonly string[] = ['parameters', 'likes', 'commits', 'repoAgeDays', 'domain', 'organization'];

/** The predictors of a refitted model that no card tells, by their names in its file. */
export interface FurtherPredictors {
  /** There is no prediction without them. */
  readonly numbers: readonly string[];
  /** A category that is absent counts as the baseline. */
  readonly categories: readonly string[];
}

/** What a model asks beyond what can be found out for a card. */
export function furtherPredictors({ terms }: EmissionsModel): FurtherPredictors {
  const numbers = new Set<string>();
  const categories = new Set<string>();
  for (const { transform } of terms) {
    if (transform.kind === 'intercept' || KNOWN.includes(transform.predictor)) continue;
    (transform.kind === 'indicator' ? categories : numbers).add(transform.predictor);
  }
  return { numbers: [...numbers], categories: [...categories] };
}

/**
 * Reads a model file for use on cards.
 *
 * @throws ModelFileError with a sentence for the user, also where the model needs a number that no card tells.
 */
export function readUsableModel(json: string): EmissionsModel {
  const model = readModelFile(json);
  const { numbers } = furtherPredictors(model);
  if (numbers.length > 0) {
    throw new ModelFileError(
      l10n.t('This model needs “{0}”, which cannot be found out for a card.', excerpt(numbers.join('”, “'))),
    );
  }
  return model;
}
