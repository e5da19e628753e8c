import { printDecimal } from '../quantity/decimal';
import type { JudgedUnit } from '../judgement/judgement';
import { because } from './because';
import type { Rule, RuleContext } from './rule';

const UNIT_NAMES: Readonly<Record<JudgedUnit, string>> = {
  g: 'grams',
  kg: 'kilograms',
  t: 'tonnes',
  lb: 'pounds',
  mg: 'milligrams',
};

export const emissionsKilograms = {
  id: 'emissions-kilograms',
  defaultSeverity: 'warning',
  summary: 'A number that looks like kilograms (or tonnes, or pounds), with the evidence',
  *check({ card, judgement }: RuleContext) {
    const amount = card.emissions?.amount;
    // Where a unit stands in the value, `emissions-unit` reports and judges it.
    if (amount === undefined || !judgement?.suspicious || judgement.statedUnit !== undefined) return;
    if (card.emissions?.shape === 'list') return;
    const grams = printDecimal(judgement.grams);
    yield {
      range: amount.range,
      message: `${judgement.printed} looks like ${UNIT_NAMES[judgement.unit]}: ${because(judgement)}. The Hub reads grams here. Change to ${grams}?`,
      fixes: [
        {
          title: `Change to ${grams}, as ${judgement.printed} is in ${UNIT_NAMES[judgement.unit]}`,
          edits: [{ range: amount.range, newText: grams }],
          safe: false,
        },
      ],
      related: judgement.evidence.flatMap(({ range, sentence }) =>
        range ? [{ range, message: sentence }] : [],
      ),
      data: {
        unit: judgement.unit,
        grams: judgement.grams.toNumber(),
        confidence: judgement.confidence,
        evidence: judgement.evidence.map(({ id }) => id),
      },
    };
  },
} satisfies Rule<'emissions-kilograms'>;
