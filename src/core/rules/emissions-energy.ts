import { runFacts, statedEnergy, statedPlace } from '../judgement/run-facts';
import { physicalEstimate } from '../physical/estimate';
import { gridIntensity } from '../physical/grid';
import type { Finding, Rule, RuleContext } from './rule';

/** How far outside the physical range a value must be before the rule speaks; hours and hardware are rough. */
const TOLERANCE = { energy: 3, hours: 30 } as const;

export const emissionsEnergy = {
  id: 'emissions-energy',
  defaultSeverity: 'warning',
  summary: 'Emissions and energy (or hours on hardware) that cannot both be right',
  *check({ card, judgement }: RuleContext) {
    const amount = card.emissions?.amount;
    if (amount === undefined || judgement === undefined || judgement.suspicious || judgement.unit !== 'g')
      return;
    const grams = judgement.grams.toNumber();
    const energy = statedEnergy(card);
    if (energy !== undefined) {
      const intensity = grams / energy.kilowattHours;
      const world = gridIntensity(undefined);
      if (within(intensity, world.low, world.high, TOLERANCE.energy)) return;
      yield finding(
        amount.range,
        `${judgement.printed} g for ${energy.printed} would be ${rounded(intensity)} g/kWh, ${intensity < world.low ? 'cleaner' : 'dirtier'} than any grid on earth. Check both numbers.`,
        energy.range,
      );
      return;
    }
    yield* againstHours(card, amount.range, grams, judgement.printed);
  },
} satisfies Rule<'emissions-energy'>;

function* againstHours(
  card: RuleContext['card'],
  range: Finding['range'],
  grams: number,
  printed: string,
): Generator<Finding> {
  const run = runFacts(card);
  const estimate = run.hours === undefined ? undefined : physicalEstimate({ ...run, ...placeOf(card) });
  if (estimate === undefined || within(grams, estimate.grams.low, estimate.grams.high, TOLERANCE.hours))
    return;
  yield finding(
    range,
    `${run.hours ?? 0} hours of ${run.hardware ?? 'this hardware'} emit between ${rounded(estimate.grams.low)} and ${rounded(estimate.grams.high)} g, far from ${printed} g. Check the numbers.`,
  );
}

function placeOf(card: RuleContext['card']): { place?: string } {
  const place = statedPlace(card);
  return place === undefined ? {} : { place };
}

function within(value: number, low: number, high: number, tolerance: number): boolean {
  return value >= low / tolerance && value <= high * tolerance;
}

function finding(range: Finding['range'], message: string, evidence?: Finding['range']): Finding {
  return { range, message, ...(evidence && { related: [{ range: evidence, message: 'the energy' }] }) };
}

function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
