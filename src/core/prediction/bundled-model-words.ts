import * as l10n from '@vscode/l10n';
import type { EmissionsModel } from '../glm/model-file';
import { paperModel } from '../glm/paper-model';

/** What people read of where a model comes from. */
export type ModelWords = Pick<EmissionsModel['provenance'], 'source' | 'notes'>;

/** The words of the bundled model in the reader's language; those of other models are what their files say. */
export function modelWords(model: EmissionsModel): ModelWords {
  return model === paperModel ? paperWords() : model.provenance;
}

function paperWords(): ModelWords {
  return {
    source: l10n.t(
      'Shyam Agarwal and Mahasweta Chakraborti, Table 2: Hugging Face model cards with a first commit between January 2019 and June 2024',
    ),
    notes: [
      l10n.t(
        'The paper does not give the covariance of the coefficients, so intervals leave out how uncertain the coefficients themselves are.',
      ),
      l10n.t(
        "Its pseudo R² of 0.7732 takes the null model at the full model's scale, which flatters; the plain share of deviance explained is 0.60.",
      ),
      l10n.t(
        'It does not say how many rows a category has; counts marked “estimated” are scale / (standard error)², the fewest rows that could give the standard error printed.',
      ),
      l10n.t(
        'Emissions of Audio models rest on about four rows, of universities on nine, of communities on six.',
      ),
      l10n.t(
        "Its rows were those that Cook's distance left, so models that do not fit the pattern were removed before the spread was measured.",
      ),
    ],
  };
}
