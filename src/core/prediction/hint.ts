import { formatMass, formatNumber } from '../quantity/format-mass';
import type { CardPrediction } from './predict-card';

/** What stands beside the declared emissions: a few quiet words, and the rest on demand. */
export interface Hint {
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
}

/** The hint for a prediction; where there is none, what is missing and that a click supplies it. */
export function hintOf({ prediction, predictors, missing }: CardPrediction): Hint {
  if (prediction === undefined) {
    const tooltip = missing.map(({ message }) => message).join('\n\n');
    return { label: 'set the model’s size to predict', tooltip };
  }
  const { low, high, level } = prediction.interval;
  const rest = [
    `A model of this kind emits about **${formatMass(prediction.grams)}** of CO₂eq in training; ${Math.round(level * 100)} of 100 lie between ${formatMass(low)} and ${formatMass(high)}.`,
    ...(predictors.parameters
      ? [
          `Rests on ${formatNumber(predictors.parameters.value)} parameters, from ${predictors.parameters.origin}.`,
        ]
      : []),
    ...prediction.warnings,
    'Click for all it rests on.',
  ];
  return { label: `≈ ${formatMass(prediction.grams)} predicted`, tooltip: rest.join('\n\n') };
}
