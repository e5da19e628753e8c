import * as l10n from '@vscode/l10n';
import { physicalEstimate } from '../../physical/estimate';
import { intensityAt } from '../intensity';
import type { Evidence, Subject } from './evidence';
import { likelihoodOfGrams, times } from '../log-normal';
import { rounded } from '../rounded';
import { runFacts, runInFigures, statedEnergy } from '../run-facts';
import { HARDWARE_HOURS } from '../weights';

/** Hours on known hardware tell the energy, roughly. Says nothing new where the energy is stated. */
export function hardwareHours(subject: Subject): Evidence[] {
  const { card, printed } = subject;
  if (statedEnergy(card) !== undefined) return [];
  const run = runFacts(card);
  const estimate = run.hours === undefined ? undefined : physicalEstimate(run);
  if (estimate === undefined) return [];
  const kilowattHours = estimate.energyKWh.typical * HARDWARE_HOURS.load;
  const grams = times(intensityAt(run.place), kilowattHours, HARDWARE_HOURS.spread);
  const figures = {
    ...runInFigures(run, estimate.accelerators),
    estimate: rounded(estimate.grams.typical),
    declared: printed,
  };
  return [
    {
      id: 'hardware-hours',
      logLikelihood: likelihoodOfGrams(subject, grams, HARDWARE_HOURS.floor),
      sentence: emitted(figures, run.deviceHours === true),
    },
  ];
}

function emitted(
  figures: { hours: number; [figure: string]: string | number },
  deviceHours: boolean,
): string {
  if (figures.hours === 1)
    return deviceHours
      ? l10n.t('1 device hour of {devices} emits about {estimate} g, not {declared} g', figures)
      : l10n.t('1 hour of {devices} emits about {estimate} g, not {declared} g', figures);
  return deviceHours
    ? l10n.t('{hours} device hours of {devices} emit about {estimate} g, not {declared} g', figures)
    : l10n.t('{hours} hours of {devices} emit about {estimate} g, not {declared} g', figures);
}
