import * as l10n from '@vscode/l10n';
import { excerpt } from '../card/excerpt';
import { type EmissionsModel, ModelFileError, readModelFile } from '../glm/model-file';

/** Numbers that can be found out for a card, by their names in model files. */
const KNOWN_NUMBERS = ['parameters', 'likes', 'commits', 'repoAgeDays'];

/**
 * Reads a model file for use on cards.
 *
 * @throws ModelFileError with a sentence for the user, also where the model needs a number that no card tells.
 */
export function readUsableModel(json: string): EmissionsModel {
  const model = readModelFile(json);
  const unknown = model.terms.flatMap(({ transform }) =>
    (transform.kind === 'identity' || transform.kind === 'log10') &&
    !KNOWN_NUMBERS.includes(transform.predictor)
      ? [transform.predictor]
      : [],
  );
  if (unknown.length > 0) {
    throw new ModelFileError(
      l10n.t('This model needs “{0}”, which cannot be found out for a card.', excerpt(unknown.join('”, “'))),
    );
  }
  return model;
}
