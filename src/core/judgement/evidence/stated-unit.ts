import * as l10n from '@vscode/l10n';
import { type Evidence, JUDGED_UNITS, type Subject } from './evidence';
import { PRIOR, STATED_UNIT } from '../weights';

/** The author typed a unit into the value itself. */
export function statedUnit({ reading }: Subject): Evidence[] {
  const unit = JUDGED_UNITS.find((judged) => judged === reading.unit);
  if (unit === undefined) return [];
  const weight = unit === 'g' ? STATED_UNIT.g : STATED_UNIT.other;
  return [
    {
      id: 'stated-unit',
      logLikelihood: { [unit]: weight - PRIOR[unit] },
      sentence: l10n.t('the value itself says “{0}”', unit),
    },
  ];
}
