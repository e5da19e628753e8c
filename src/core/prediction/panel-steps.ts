import * as l10n from '@vscode/l10n';
import type { EmissionsModel, ModelTerm } from '../glm/model-file';
import type { Contribution, Prediction } from '../glm/predict';
import type { Predictors } from '../predictors/predictor';
import { formatMass, formatNumber } from '../quantity/format-mass';
import { logAxis } from './panel-axis';
import { predictorLabel, predictorText } from './panel-predictors';
import type { PanelStep, PanelSteps } from './panel-state';

/** The waterfall of a prediction: from the intercept, term by term, to the predicted grams. */
export function panelSteps(
  model: EmissionsModel,
  prediction: Prediction,
  predictors: Predictors,
): PanelSteps {
  const steps: PanelStep[] = [];
  let grams = 1;
  for (const contribution of prediction.contributions) {
    const term = model.terms.find(({ name }) => name === contribution.term);
    if (term === undefined || isOtherCategory(term, contribution)) continue;
    const before = term.transform.kind === 'intercept' ? grams * contribution.factor : grams;
    grams *= contribution.factor;
    steps.push({ ...wordsOf(term, contribution, predictors), from: before, to: grams });
  }
  steps.push({
    label: l10n.t('Prediction'),
    value: '',
    factor: formatMass(prediction.grams),
    from: grams,
    to: grams,
  });
  return {
    axis: logAxis(
      steps.flatMap(({ from, to }) => [from, to]),
      4,
    ),
    steps,
  };
}

/** A category that this card is not in multiplies by 1 and has nothing to say. */
function isOtherCategory({ transform }: ModelTerm, { value }: Contribution): boolean {
  return transform.kind === 'indicator' && value === 0;
}

function wordsOf(
  { transform }: ModelTerm,
  { factor }: Contribution,
  predictors: Predictors,
): Pick<PanelStep, 'label' | 'value' | 'factor'> {
  if (transform.kind === 'intercept') {
    return { label: l10n.t('Start'), value: '', factor: formatMass(factor) };
  }
  const { predictor } = transform;
  return {
    label: predictorLabel(predictor),
    value: transform.kind === 'indicator' ? transform.category : predictorText(predictor, predictors),
    factor: formatFactor(factor),
  };
}

/** "× 5.6" for more, "÷ 1.5" for less. */
export function formatFactor(factor: number): string {
  return factor < 1 ? `÷ ${formatNumber(1 / factor)}` : `× ${formatNumber(factor)}`;
}
