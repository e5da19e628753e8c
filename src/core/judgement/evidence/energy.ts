import { gridIntensity } from '../../physical/grid';
import { intensityAt } from '../intensity';
import type { Evidence, Subject } from './evidence';
import { likelihoodOfGrams, times } from '../log-normal';
import { rounded } from '../rounded';
import { statedEnergy, statedPlace } from '../run-facts';
import { ENERGY } from '../weights';

/** Emissions over energy is the carbon intensity of the grid, and no grid on earth is a thousand times cleaner than another. */
export function energy(subject: Subject): Evidence[] {
  const { amount, card, printed } = subject;
  const stated = statedEnergy(card);
  if (stated === undefined) return [];
  const place = statedPlace(card);
  const grams = times(intensityAt(place), stated.kilowattHours, ENERGY.spread);
  const asGrams = Number(amount) / stated.kilowattHours;
  return [
    {
      id: 'energy',
      logLikelihood: likelihoodOfGrams(subject, grams, ENERGY.floor),
      sentence: `${printed} g for ${stated.printed} would be ${rounded(asGrams)} g/kWh, ${compared(asGrams, place)}`,
      ...(stated.range && { range: stated.range }),
    },
  ];
}

/** What is odd about an intensity, in g/kWh. */
function compared(intensity: number, place: string | undefined): string {
  const world = gridIntensity(undefined);
  if (intensity < world.low) return 'cleaner than any grid on earth';
  if (intensity > world.high) return 'dirtier than any grid on earth';
  const { known, matched, typical } = gridIntensity(place);
  return `against ${rounded(typical)} ${known ? `in ${matched}` : 'in the world'}`;
}
