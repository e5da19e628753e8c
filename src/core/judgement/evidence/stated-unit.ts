import { type Evidence, JUDGED_UNITS, type Subject } from '../judgement';
import { STATED_UNIT } from '../weights';

/** The author typed a unit into the value itself. */
export function statedUnit({ reading }: Subject): Evidence[] {
  const unit = JUDGED_UNITS.find((judged) => judged === reading.unit);
  if (unit === undefined) return [];
  // Whoever writes "kg" means kilograms: only "g" is also typed by habit, because the field asks for grams.
  const weight = unit === 'g' ? STATED_UNIT : 4 * STATED_UNIT;
  return [
    { id: 'stated-unit', logLikelihood: { [unit]: weight }, sentence: `the value itself says “${unit}”` },
  ];
}
