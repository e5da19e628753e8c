import type { Prediction } from '../glm/predict';
import type { Judgement } from '../judgement/judgement';
import type { PhysicalEstimate } from '../physical/estimate';
import { formatMass, formatNumber } from '../quantity/format-mass';
import { toGrams } from '../quantity/unit';
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
  const text = `${formatMass(prediction.grams)} (${formatMass(low)} to ${formatMass(high)})`;
  return [{ kind: 'predicted', label: 'Predicted', text, point: prediction.grams, low, high }];
}

function declaredRows({ judgement }: KnownAmounts): PanelAmount[] {
  if (judgement === undefined) return [];
  const declared = { kind: 'declared', text: inItsUnit(judgement), point: declaredGrams(judgement) } as const;
  if (!judgement.suspicious) return [{ ...declared, label: 'Declared' }];
  const meant = judgement.grams.toNumber();
  return [
    { ...declared, label: 'Declared, as it stands' },
    { kind: 'meant', label: 'Declared, as it was probably meant', text: formatMass(meant), point: meant },
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
  const text = `${formatMass(typical)} (${formatMass(low)} to ${formatMass(high)})`;
  return [{ kind: 'physical', label: 'From power, hours and grid', text, point: typical, low, high }];
}

function verdictsOn({ prediction, judgement, physical, isOwnEstimate }: KnownAmounts): string[] {
  if (judgement && isOwnEstimate) {
    return [
      `The declared ${inItsUnit(judgement)} is itself an estimate that was inserted here, not a measurement.`,
    ];
  }
  const estimates = [
    ...(prediction ? [{ name: 'the prediction', typical: prediction.grams, ...prediction.interval }] : []),
    ...(physical ? [{ name: 'the physical estimate', ...physical.grams }] : []),
  ];
  if (judgement) {
    const { suspicious, grams } = judgement;
    const value = suspicious ? grams.toNumber() : declaredGrams(judgement);
    const name = suspicious
      ? `${formatMass(value)}, as it was probably meant,`
      : `The declared ${inItsUnit(judgement)}`;
    return estimates.map((estimate) => agreement(name, value, estimate));
  }
  const [first, second] = estimates;
  return first && second ? [agreement('The prediction', first.typical, second)] : [];
}

interface Estimate {
  readonly name: string;
  readonly typical: number;
  readonly low: number;
  readonly high: number;
}

/** Whether an amount agrees with an estimate, in one sentence. */
function agreement(amount: string, grams: number, { name, typical, low, high }: Estimate): string {
  const range = `${formatMass(low)} to ${formatMass(high)}`;
  if (grams >= low && grams <= high) {
    return `${amount} agrees with ${name}: ${timesAs(grams / typical)}, and within its range of ${range}.`;
  }
  const end =
    grams < low
      ? `below its range of ${range}, by a factor of ${formatNumber(low / grams)}`
      : `above its range of ${range}, by a factor of ${formatNumber(grams / high)}`;
  return `${amount} disagrees with ${name}: ${end}.`;
}

function timesAs(ratio: number): string {
  if (ratio > 0.91 && ratio < 1.1) return 'about the same';
  return ratio > 1 ? `${formatNumber(ratio)} times as much` : `${formatNumber(1 / ratio)} times less`;
}
