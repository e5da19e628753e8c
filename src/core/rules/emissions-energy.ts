import * as l10n from '@vscode/l10n';
import type { Card } from '../card/card';
import { rounded } from '../judgement/rounded';
import { runFacts, runInFigures, statedEnergy } from '../judgement/run-facts';
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
  const figures = { grams: printed, energy: energy.printed, intensity: rounded(intensity) };
  return {
    message:
      intensity < world.low
        ? l10n.t(
            '{grams} g for {energy} would be {intensity} g/kWh, cleaner than any grid on earth. Check both numbers.',
            figures,
          )
        : l10n.t(
            '{grams} g for {energy} would be {intensity} g/kWh, dirtier than any grid on earth. Check both numbers.',
            figures,
          ),
    related: [{ range: energy.range, message: l10n.t('the energy') }],
  };
}

function againstHours(card: Card, grams: number, printed: string): Omit<Finding, 'range'> | undefined {
  const run = runFacts(card);
  const estimate = run.hours === undefined ? undefined : physicalEstimate(run);
  if (estimate === undefined || isWithin(grams, estimate.grams, TOLERANCE.hours)) return undefined;
  const figures = {
    ...runInFigures(run, estimate.accelerators),
    low: rounded(estimate.grams.low),
    high: rounded(estimate.grams.high),
    declared: printed,
  };
  return { message: farOff(figures, run.deviceHours === true) };
}

function farOff(figures: { hours: number; [figure: string]: string | number }, deviceHours: boolean): string {
  if (figures.hours === 1)
    return deviceHours
      ? l10n.t(
          '1 device hour of {devices} emits between {low} and {high} g, far from {declared} g. Check the numbers.',
          figures,
        )
      : l10n.t(
          '1 hour of {devices} emits between {low} and {high} g, far from {declared} g. Check the numbers.',
          figures,
        );
  return deviceHours
    ? l10n.t(
        '{hours} device hours of {devices} emit between {low} and {high} g, far from {declared} g. Check the numbers.',
        figures,
      )
    : l10n.t(
        '{hours} hours of {devices} emit between {low} and {high} g, far from {declared} g. Check the numbers.',
        figures,
      );
}

function isWithin(value: number, { high, low }: { low: number; high: number }, tolerance: number): boolean {
  return value >= low / tolerance && value <= high * tolerance;
}
