import * as l10n from '@vscode/l10n';
import type { Card } from '../card/card';
import type { EmissionsModel } from '../glm/model-file';
import type { Prediction } from '../glm/predict';
import type { Judgement } from '../judgement/judgement';
import type { GatheredPredictors } from '../predictors/gather-predictors';
import { formatMass } from '../quantity/format-mass';
import { adviceFor } from './advice';
import { panelAmounts } from './panel-amounts';
import { panelPredictors } from './panel-predictors';
import { runEstimate } from './panel-run';
import type { PanelCard, PanelEstimate } from './panel-state';
import { isOwnEstimate } from './panel-text';
import { panelSteps } from './panel-steps';
import { applyWhatIf, type WhatIf } from './panel-what-if';
import { predictFrom } from './predict-card';

/** One card and what is known of it. */
export interface PanelCardInput {
  readonly card: Card;
  /** The card's path in the workspace. */
  readonly name: string;
  readonly model: EmissionsModel;
  /** The predictors as gathered, before anything was typed in the panel. */
  readonly gathered: GatheredPredictors;
  readonly whatIf: WhatIf;
  readonly judgement: Judgement | undefined;
  /** Whether the card lies in a folder whose settings can keep a size. */
  readonly hasFolder: boolean;
  /** Whether the card is there to be edited. */
  readonly editable: boolean;
}

/** What the panel shows of a card, and the prediction that the buttons use. */
export interface PanelCardResult {
  readonly card: PanelCard;
  readonly prediction: Prediction | undefined;
}

/** Everything that the panel says of one card under one model. */
export function panelCard(input: PanelCardInput): PanelCardResult {
  const { card, name, model, gathered, whatIf, judgement, hasFolder, editable } = input;
  const result = applyWhatIf(gathered.predictors, gathered.missing, whatIf);
  const { prediction } = predictFrom(model, result);
  const { estimate: physical, run } = runEstimate(card, whatIf);
  const typedSize = whatIf.parameters !== undefined && result.problems.parameters === undefined;
  return {
    prediction,
    card: {
      name,
      editable,
      ...(prediction && { estimate: panelEstimate(model, prediction, result.predictors) }),
      missing: result.missing.map(({ message }) => message),
      amounts: panelAmounts({ prediction, judgement, physical, isOwnEstimate: isOwnEstimate(card) }),
      predictors: panelPredictors(result, whatIf),
      run,
      changed: Object.keys(whatIf).length > 0,
      sizeCanBeKept: hasFolder && typedSize,
      notes: gathered.notes,
    },
  };
}

function panelEstimate(
  model: EmissionsModel,
  prediction: Prediction,
  predictors: GatheredPredictors['predictors'],
): PanelEstimate {
  const { low, high, level } = prediction.interval;
  return {
    headline: `≈ ${formatMass(prediction.grams)}`,
    range: l10n.t(
      '{0} of 100 models like this emit between {1} and {2} in training.',
      Math.round(level * 100),
      formatMass(low),
      formatMass(high),
    ),
    warnings: prediction.warnings,
    steps: panelSteps(model, prediction, predictors),
    advice: adviceFor(model, prediction, predictors),
  };
}
