import { physicalEstimate } from '../../physical/estimate';
import { toGrams } from '../../quantity/unit';
import type { Evidence, Subject } from '../judgement';
import { forEachUnit, plausibility } from '../plausibility';
import { runFacts, statedEnergy } from '../run-facts';
import { RUN_LENGTH } from '../weights';

/** How long the named hardware would have run for this much CO₂: seconds are no training. */
export function runLength({ card, entry, amount }: Subject): Evidence[] {
  const run = runFacts(card);
  if (run.hours !== undefined || statedEnergy(card) !== undefined || run.hardware === undefined) return [];
  const anHour = physicalEstimate({ ...run, hours: 1, deviceHours: false });
  if (anHour === undefined) return [];
  const type = entry.fields.find((field) => field.key === 'training_type')?.value;
  const usual = RUN_LENGTH[type === 'pre-training' ? 'pre-training' : 'fine-tuning'];
  const duration = (grams: number) => grams / anHour.grams.typical;
  const falloff = { spread: usual.spread, margin: 1, floor: RUN_LENGTH.floor };
  return [
    {
      id: 'run-length',
      logLikelihood: forEachUnit((unit) =>
        plausibility(duration(Number(toGrams(amount, unit))), usual.hours, usual.hours, falloff),
      ),
      sentence: `as grams it is what ${anHour.accelerators[0]?.name ?? 'the hardware'} emits in ${inWords(duration(Number(amount)))}`,
    },
  ];
}

function inWords(hours: number): string {
  const seconds = hours * 3600;
  if (seconds < 100) return `${Math.max(1, Math.round(seconds))} seconds`;
  return seconds < 6000 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(hours)} hours`;
}
