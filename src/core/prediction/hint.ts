import * as l10n from '@vscode/l10n';
import { formatMass, formatNumber } from '../quantity/format-mass';
import type { CardPrediction } from './predict-card';

/** What stands beside the declared emissions: a few quiet words, and the rest on demand. */
export interface Hint {
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
}

/**
 * The hint for a prediction; where there is none, what is missing and that a click supplies it.
 *
 * @param problem why the model that the settings name does not serve, as a sentence
 */
export function hintOf({ prediction, predictors, missing }: CardPrediction, problem?: string): Hint {
  const unused = problem === undefined ? [] : [problem];
  if (prediction === undefined) {
    const tooltip = [...missing.map(({ message }) => message), ...unused].join('\n\n');
    return { label: l10n.t('set the model’s size to predict'), tooltip };
  }
  const { low, high, level } = prediction.interval;
  const rest = [
    l10n.t(
      'A model of this kind emits about **{grams}** of CO₂eq in training; {share} of 100 lie between {low} and {high}.',
      {
        grams: formatMass(prediction.grams),
        share: Math.round(level * 100),
        low: formatMass(low),
        high: formatMass(high),
      },
    ),
    ...(predictors.parameters
      ? [
          l10n.t(
            'Rests on {0} parameters, from {1}.',
            formatNumber(predictors.parameters.value),
            predictors.parameters.origin,
          ),
        ]
      : []),
    ...prediction.warnings,
    ...unused,
    l10n.t('Click for all it rests on.'),
  ];
  const label = l10n.t('≈ {0} predicted', formatMass(prediction.grams));
  return { label, tooltip: rest.join('\n\n') };
}
