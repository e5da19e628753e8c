import type { Card } from '../card/card';
import type { TextRange } from '../card/text-range';
import { rounded } from '../judgement/rounded';
import { runFacts, runInWords, statedEnergy } from '../judgement/run-facts';
import { physicalEstimate } from '../physical/estimate';
import { gridIntensity } from '../physical/grid';
import { otherAmount } from './emissions-text';
import type { Finding, Rule, RuleContext } from './rule';

/**
 * How far outside the physical range a value must be before the rule speaks. Energy may leave out parts of the machine;
 * hours and hardware are rough, and may be those of another run.
 */
const TOLERANCE = { energy: 3, hours: 30 } as const;

export const emissionsEnergy = {
  id: 'emissions-energy',
  defaultSeverity: 'warning',
  summary: 'Emissions and energy (or hours on hardware) that cannot both be right',
  *check({ card, judgement }: RuleContext) {
    const amount = card.emissions?.amount;
    if (typeof amount?.value !== 'number' || judgement === undefined) return;
    // A wrong unit, or a text that states another amount, explains the mismatch: one problem, one finding.
    if (judgement.suspicious || otherAmount(card, judgement) !== undefined) return;
    const found = mismatch(card, judgement.asWritten.toNumber(), judgement.printed);
    if (found) yield { range: amount.range, ...found };
  },
} satisfies Rule<'emissions-energy'>;

function mismatch(card: Card, grams: number, printed: string): Omit<Finding, 'range'> | undefined {
  return statedEnergy(card) === undefined
    ? againstHours(card, grams, printed)
    : againstEnergy(card, grams, printed);
}

function againstEnergy(card: Card, grams: number, printed: string): Omit<Finding, 'range'> | undefined {
  const energy = statedEnergy(card);
  if (energy === undefined) return undefined;
  const intensity = grams / energy.kilowattHours;
  const world = gridIntensity(undefined);
  if (isWithin(intensity, world, TOLERANCE.energy)) return undefined;
  const than = intensity < world.low ? 'cleaner' : 'dirtier';
  return {
    message: `${printed} g for ${energy.printed} would be ${rounded(intensity)} g/kWh, ${than} than any grid on earth. Check both numbers.`,
    ...(energy.range && { related: [related(energy.range)] }),
  };
}

function againstHours(card: Card, grams: number, printed: string): Omit<Finding, 'range'> | undefined {
  const run = runFacts(card);
  const estimate = run.hours === undefined ? undefined : physicalEstimate(run);
  if (estimate === undefined || isWithin(grams, estimate.grams, TOLERANCE.hours)) return undefined;
  const { high, low } = estimate.grams;
  return {
    message: `${runInWords(run, estimate.accelerators)} emit between ${rounded(low)} and ${rounded(high)} g, far from ${printed} g. Check the numbers.`,
  };
}

function isWithin(value: number, { high, low }: { low: number; high: number }, tolerance: number): boolean {
  return value >= low / tolerance && value <= high * tolerance;
}

function related(range: TextRange): { range: TextRange; message: string } {
  return { range, message: 'the energy' };
}
