import * as l10n from '@vscode/l10n';
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
    return l10n.t('Grams of CO₂eq emitted by training. The Hub needs a plain number here.');
  const grams = judgement.amount.toNumber();
  const grid = gridIntensity(statedPlace(card));
  const unit = judgement.statedUnit ?? 'g';
  const asRead = unit === 'g' ? grams : judgement.grams.toNumber();
  const electricity = {
    energy: formatNumber(asRead / grid.typical),
    intensity: formatNumber(grid.typical),
  };
  const lines = [
    l10n.t(
      'The Hub reads **{0} g** of CO₂eq, which is {1} kg.',
      judgement.printed,
      formatNumber(grams / 1000),
    ),
    ...(judgement.suspicious
      ? [
          l10n.t(
            'More likely **{0}**, since {1}.',
            formatMass(judgement.grams.toNumber()),
            judgement.evidence[0]?.sentence ?? l10n.t('the card says so'),
          ),
        ]
      : []),
    grid.known
      ? l10n.t('That is the electricity of about {energy} kWh at {intensity} g/kWh ({place}).', {
          ...electricity,
          place: grid.matched,
        })
      : l10n.t(
          'That is the electricity of about {energy} kWh at {intensity} g/kWh (the world).',
          electricity,
        ),
    ...(prediction
      ? [
          l10n.t(
            'Predicted: {0} ({1} to {2}).',
            formatMass(prediction.grams),
            formatMass(prediction.interval.low),
            formatMass(prediction.interval.high),
          ),
        ]
      : []),
  ];
  return lines.join('\n\n');
}
