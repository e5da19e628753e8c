import type { Card } from '../card/card';
import type { Judgement } from '../judgement/judgement';
import { statedPlace } from '../judgement/run-facts';
import { gridIntensity } from '../physical/grid';
import type { CardPrediction } from '../prediction/predict-card';
import { formatMass, formatNumber } from '../quantity/format-mass';

/** What the declared emissions say: as the Hub reads them, as energy, beside the prediction. Markdown. */
export function emissionsHover(
  card: Card,
  judgement: Judgement | undefined,
  prediction: CardPrediction['prediction'],
): string {
  if (judgement === undefined)
    return 'Grams of CO₂eq emitted by training. The Hub needs a plain number here.';
  const grams = judgement.amount.toNumber();
  const grid = gridIntensity(statedPlace(card));
  const unit = judgement.statedUnit ?? 'g';
  const asRead = unit === 'g' ? grams : judgement.grams.toNumber();
  const lines = [
    `The Hub reads **${judgement.printed} g** of CO₂eq, which is ${formatNumber(grams / 1000)} kg.`,
    ...(judgement.suspicious
      ? [
          `More likely **${formatMass(judgement.grams.toNumber())}**, since ${judgement.evidence[0]?.sentence ?? 'the card says so'}.`,
        ]
      : []),
    `That is the electricity of about ${formatNumber(asRead / grid.typical)} kWh at ${formatNumber(grid.typical)} g/kWh (${grid.matched}).`,
    ...(prediction
      ? [
          `Predicted: ${formatMass(prediction.grams)} (${formatMass(prediction.interval.low)} to ${formatMass(prediction.interval.high)}).`,
        ]
      : []),
  ];
  return lines.join('\n\n');
}
