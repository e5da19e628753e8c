import * as l10n from '@vscode/l10n';
import type { Prediction } from '../glm/predict';
import type { Judgement } from '../judgement/judgement';
import type { PhysicalEstimate } from '../physical/estimate';
import { formatMass, formatNumber } from '../quantity/format-mass';
import { toGrams } from '../quantity/unit';
import { massRange, massWithRange } from './mass-range';
import { logAxis } from './panel-axis';
import type { PanelAmount, PanelAmounts } from './panel-state';

/** What is known of one card's emissions, from different sides. */
export interface KnownAmounts {
  readonly prediction: Prediction | undefined;
  /** Undefined where the card declares no positive number. */
  readonly judgement: Judgement | undefined;
  readonly physical: PhysicalEstimate | undefined;
  /** What the card declares is an estimate that was inserted here: it cannot confirm another one. */
  readonly isOwnEstimate: boolean;
}

/** All amounts on one axis, and how they compare. */
export function panelAmounts(known: KnownAmounts): PanelAmounts {
  const rows = [...predictedRow(known), ...declaredRows(known), ...physicalRow(known)];
  const grams = rows.flatMap(({ low, point, high }) =>
    [low, point, high].filter((value) => value !== undefined),
  );
  return { axis: logAxis(grams), rows, verdicts: verdictsOn(known) };
}

function predictedRow({ prediction }: KnownAmounts): PanelAmount[] {
  if (prediction === undefined) return [];
  const { low, high } = prediction.interval;
  const text = massWithRange(prediction.grams, low, high);
  return [{ kind: 'predicted', label: l10n.t('Predicted'), text, point: prediction.grams, low, high }];
}

function declaredRows({ judgement }: KnownAmounts): PanelAmount[] {
  if (judgement === undefined) return [];
  const declared = { kind: 'declared', text: inItsUnit(judgement), point: declaredGrams(judgement) } as const;
  if (!judgement.suspicious) return [{ ...declared, label: l10n.t('Declared') }];
  const meant = judgement.grams.toNumber();
  return [
    { ...declared, label: l10n.t('Declared, as it stands') },
    {
      kind: 'meant',
      label: l10n.t('Declared, as it was probably meant'),
      text: formatMass(meant),
      point: meant,
    },
  ];
}

function inItsUnit({ printed, statedUnit }: Judgement): string {
  return `${printed} ${statedUnit ?? 'g'}`;
}

/** The declared amount in the unit that stands there: grams where none does. */
function declaredGrams({ amount, statedUnit }: Judgement): number {
  return toGrams(amount, statedUnit ?? 'g').toNumber();
}

function physicalRow({ physical }: KnownAmounts): PanelAmount[] {
  if (physical === undefined) return [];
  const { low, typical, high } = physical.grams;
  const text = massWithRange(typical, low, high);
  const label = l10n.t('From power, hours and grid');
  return [{ kind: 'physical', label, text, point: typical, low, high }];
}

function verdictsOn({ prediction, judgement, physical, isOwnEstimate }: KnownAmounts): string[] {
  if (judgement && isOwnEstimate) {
    return [
      l10n.t(
        'The declared {0} is itself an estimate that was inserted here, not a measurement.',
        inItsUnit(judgement),
      ),
    ];
  }
  const estimates = [
    ...(prediction
      ? [{ kind: 'prediction' as const, typical: prediction.grams, ...prediction.interval }]
      : []),
    ...(physical ? [{ kind: 'physical' as const, ...physical.grams }] : []),
  ];
  if (judgement) {
    const { suspicious, grams } = judgement;
    const value = suspicious ? grams.toNumber() : declaredGrams(judgement);
    const name = suspicious
      ? l10n.t('{0}, as it was probably meant,', formatMass(value))
      : l10n.t('The declared {0}', inItsUnit(judgement));
    return estimates.map((estimate) => agreement(name, value, estimate));
  }
  const [first, second] = estimates;
  return first && second ? [agreement(l10n.t('The prediction'), first.typical, second)] : [];
}

interface Estimate {
  readonly kind: 'prediction' | 'physical';
  readonly typical: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Whether an amount agrees with an estimate, in one sentence.
 *
 * @param amount the sentence's subject
 */
function agreement(amount: string, grams: number, { kind, typical, low, high }: Estimate): string {
  const range = massRange(low, high);
  const isPrediction = kind === 'prediction';
  if (grams < low) {
    const factor = formatNumber(low / grams);
    return isPrediction
      ? l10n.t(
          '{amount} disagrees with the prediction: below its range of {range}, by a factor of {factor}.',
          { amount, range, factor },
        )
      : l10n.t(
          '{amount} disagrees with the physical estimate: below its range of {range}, by a factor of {factor}.',
          { amount, range, factor },
        );
  }
  if (grams > high) {
    const factor = formatNumber(grams / high);
    return isPrediction
      ? l10n.t(
          '{amount} disagrees with the prediction: above its range of {range}, by a factor of {factor}.',
          { amount, range, factor },
        )
      : l10n.t(
          '{amount} disagrees with the physical estimate: above its range of {range}, by a factor of {factor}.',
          { amount, range, factor },
        );
  }
  const ratio = timesAs(grams / typical);
  return isPrediction
    ? l10n.t('{amount} agrees with the prediction: {ratio}, and within its range of {range}.', {
        amount,
        ratio,
        range,
      })
    : l10n.t('{amount} agrees with the physical estimate: {ratio}, and within its range of {range}.', {
        amount,
        ratio,
        range,
      });
}

function timesAs(ratio: number): string {
  if (ratio > 0.91 && ratio < 1.1) return l10n.t('about the same');
  return ratio > 1
    ? l10n.t('{0} times as much', formatNumber(ratio))
    : l10n.t('{0} times less', formatNumber(1 / ratio));
}
