import { type Evidence, JUDGED_UNITS, type Subject } from './evidence';
import { STATED_UNIT } from '../weights';

/** The author typed a unit into the value itself. */
export function statedUnit({ reading }: Subject): Evidence[] {
  const unit = JUDGED_UNITS.find((judged) => judged === reading.unit);
  if (unit === undefined) return [];
  const weight = unit === 'g' ? STATED_UNIT.g : STATED_UNIT.other;
  return [
    { id: 'stated-unit', logLikelihood: { [unit]: weight }, sentence: `the value itself says “${unit}”` },
  ];
}
