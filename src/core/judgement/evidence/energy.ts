import { statedEnergy, statedPlace } from '../run-facts';
import { gridIntensity } from '../../physical/grid';
import { toGrams } from '../../quantity/unit';
import type { Evidence, Subject } from '../judgement';
import { forEachUnit, plausibility } from '../plausibility';
import { ENERGY } from '../weights';

/** Emissions over energy is the carbon intensity of the grid, and no grid on earth is a thousand times cleaner than another. */
export function energy({ card, amount, printed }: Subject): Evidence[] {
  const stated = statedEnergy(card);
  if (stated === undefined) return [];
  const grid = gridIntensity(statedPlace(card));
  const intensity = (grams: number) => grams / stated.kilowattHours;
  const asGrams = intensity(Number(amount));
  return [
    {
      id: 'energy',
      logLikelihood: forEachUnit((unit) =>
        plausibility(intensity(Number(toGrams(amount, unit))), grid.low, grid.high, ENERGY),
      ),
      sentence: `${printed} g for ${stated.printed} would be ${Number(asGrams.toPrecision(2))} g/kWh, ${asGrams < grid.low ? 'cleaner' : 'dirtier'} than any grid on earth`,
      ...(stated.range && { range: stated.range }),
    },
  ];
}
