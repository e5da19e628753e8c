import * as l10n from '@vscode/l10n';
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
      sentence: compared(asGrams, place, {
        grams: printed,
        energy: stated.printed,
        intensity: rounded(asGrams),
      }),
      range: stated.range,
    },
  ];
}

/** What is odd about an intensity, in g/kWh. */
function compared(
  intensity: number,
  place: string | undefined,
  figures: { readonly grams: string; readonly energy: string; readonly intensity: string },
): string {
  const world = gridIntensity(undefined);
  if (intensity < world.low) {
    return l10n.t(
      '{grams} g for {energy} would be {intensity} g/kWh, cleaner than any grid on earth',
      figures,
    );
  }
  if (intensity > world.high) {
    return l10n.t(
      '{grams} g for {energy} would be {intensity} g/kWh, dirtier than any grid on earth',
      figures,
    );
  }
  const { known, matched, typical } = gridIntensity(place);
  const usual = rounded(typical);
  return known
    ? l10n.t('{grams} g for {energy} would be {intensity} g/kWh, against {usual} in {place}', {
        ...figures,
        usual,
        place: matched,
      })
    : l10n.t('{grams} g for {energy} would be {intensity} g/kWh, against {usual} in the world', {
        ...figures,
        usual,
      });
}
