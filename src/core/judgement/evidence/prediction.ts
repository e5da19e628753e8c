import * as l10n from '@vscode/l10n';
import { toGrams } from '../../quantity/unit';
import type { Evidence, Subject } from './evidence';
import { forEachUnit } from '../log-normal';
import { rounded } from '../rounded';
import { PREDICTION } from '../weights';

/** The residual of the GLM's prediction, where its predictors are known, in range and of no thin category. */
export function prediction({ amount, facts }: Subject): Evidence[] {
  const predicted = facts.prediction;
  if (!predicted?.reliable) return [];
  const deviations = (grams: number): number =>
    (Math.log(grams) - predicted.linearPredictor) / predicted.sigma;
  return [
    {
      id: 'prediction',
      logLikelihood: forEachUnit((unit) => {
        const residual = deviations(Number(toGrams(amount, unit)));
        return (-residual * residual * PREDICTION.damping) / 2;
      }, PREDICTION.floor),
      sentence: l10n.t('the model expects about {0} g', rounded(Math.exp(predicted.linearPredictor))),
    },
  ];
}
