import { physicalEstimate } from '../../physical/estimate';
import { toGrams } from '../../quantity/unit';
import type { Evidence, Subject } from '../judgement';
import { forEachUnit, plausibility } from '../plausibility';
import { runFacts, statedEnergy } from '../run-facts';
import { HARDWARE_HOURS } from '../weights';

/** Hours on known hardware bound the energy, and so the emissions. Says nothing new where the energy is stated. */
export function hardwareHours({ card, amount, printed }: Subject): Evidence[] {
  if (statedEnergy(card) !== undefined) return [];
  const run = runFacts(card);
  const estimate = run.hours === undefined ? undefined : physicalEstimate(run);
  if (estimate === undefined) return [];
  const { low, high } = estimate.grams;
  const devices = estimate.accelerators
    .map(({ count, name }) => (count > 1 ? `${count} × ${name}` : name))
    .join(', ');
  return [
    {
      id: 'hardware-hours',
      logLikelihood: forEachUnit((unit) =>
        plausibility(Number(toGrams(amount, unit)), low, high, HARDWARE_HOURS),
      ),
      sentence: `${run.hours ?? 0} hours of ${devices} emit at least ${Math.round(low)} g, not ${printed} g`,
    },
  ];
}
