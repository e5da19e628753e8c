import * as l10n from '@vscode/l10n';
import type { EmissionsEntry } from '../../card/emissions-entry';
import { physicalEstimate } from '../../physical/estimate';
import { intensityAt } from '../intensity';
import type { Evidence, Subject } from './evidence';
import { likelihoodOfGrams, type LogNormal, times } from '../log-normal';
import { namesOf, runFacts, statedEnergy } from '../run-facts';
import { HARDWARE_HOURS, RUN_LENGTH } from '../weights';

/** How long the named hardware would have run for this much CO₂: seconds are no training. */
export function runLength(subject: Subject): Evidence[] {
  const { amount, card, entry } = subject;
  const run = runFacts(card);
  if (run.hours !== undefined || statedEnergy(card) !== undefined || run.hardware === undefined) return [];
  const anHour = physicalEstimate({ ...run, hours: 1, deviceHours: false });
  if (anHour === undefined) return [];
  const kilowatts = anHour.energyKWh.typical * HARDWARE_HOURS.load;
  const grams = usualLengths(entry).flatMap((usual) =>
    times(intensityAt(run.place), kilowatts * usual.median, usual.spread).map((component) => ({
      ...component,
      share: component.share * usual.share,
    })),
  );
  return [
    {
      id: 'run-length',
      logLikelihood: likelihoodOfGrams(subject, grams, RUN_LENGTH.floor),
      sentence: emittedIn(Number(amount) / anHour.grams.typical, namesOf(anHour.accelerators)),
    },
  ];
}

/** Both kinds of training where the card does not say which it was. */
function usualLengths({ fields }: EmissionsEntry): readonly LogNormal[] {
  const type = fields.find((field) => field.key === 'training_type')?.value;
  if (type === 'fine-tuning' || type === 'pre-training') return [RUN_LENGTH[type]];
  return [RUN_LENGTH['fine-tuning'], RUN_LENGTH['pre-training']];
}

function emittedIn(hours: number, devices: string): string {
  const seconds = hours * 3600;
  if (seconds < 1.5) return l10n.t('as grams it is what {0} emits in a second', devices);
  if (seconds < 90)
    return l10n.t('as grams it is what {0} emits in {1} seconds', devices, Math.round(seconds));
  return seconds < 5400
    ? l10n.t('as grams it is what {0} emits in {1} minutes', devices, Math.round(seconds / 60))
    : l10n.t('as grams it is what {0} emits in {1} hours', devices, Math.round(hours));
}
