import { physicalEstimate } from '../../physical/estimate';
import { intensityAt } from '../intensity';
import type { Evidence, Subject } from '../judgement';
import { likelihoodOfGrams, times } from '../log-normal';
import { namesOf, runFacts, statedEnergy } from '../run-facts';
import { HARDWARE_HOURS, RUN_LENGTH } from '../weights';

/** How long the named hardware would have run for this much CO₂: seconds are no training. */
export function runLength(subject: Subject): Evidence[] {
  const { amount, card, entry } = subject;
  const run = runFacts(card);
  if (run.hours !== undefined || statedEnergy(card) !== undefined || run.hardware === undefined) return [];
  const anHour = physicalEstimate({ ...run, hours: 1, deviceHours: false });
  if (anHour === undefined) return [];
  const type = entry.fields.find((field) => field.key === 'training_type')?.value;
  const usual = RUN_LENGTH[type === 'pre-training' ? 'pre-training' : 'fine-tuning'];
  const hourly = times(intensityAt(run.place), anHour.energyKWh.typical * HARDWARE_HOURS.load, usual.spread);
  const grams = hourly.map((component) => ({ ...component, median: component.median * usual.median }));
  return [
    {
      id: 'run-length',
      logLikelihood: likelihoodOfGrams(subject, grams, RUN_LENGTH.floor),
      sentence: `as grams it is what ${namesOf(anHour.accelerators)} emits in ${inWords(Number(amount) / anHour.grams.typical)}`,
    },
  ];
}

function inWords(hours: number): string {
  const seconds = hours * 3600;
  if (seconds < 1.5) return 'a second';
  if (seconds < 90) return `${Math.round(seconds)} seconds`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(hours)} hours`;
}
