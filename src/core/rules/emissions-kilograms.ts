import { printDecimal } from '../quantity/decimal';
import { because } from './because';
import { replaceAmount } from './replace-amount';
import type { Rule, RuleContext } from './rule';
import { unitNames } from './unit-names';

export const emissionsKilograms = {
  id: 'emissions-kilograms',
  defaultSeverity: 'warning',
  summary: 'A number that looks like kilograms (or tonnes, or pounds), with the evidence',
  *check({ card, judgement }: RuleContext) {
    const amount = card.emissions?.amount;
    // Text in place of a number is judged by `emissions-unit` and `emissions-number`; a list is mended first.
    if (typeof amount?.value !== 'number' || card.emissions?.shape === 'list') return;
    if (!judgement?.suspicious) return;
    const { confidence, evidence, printed, unit } = judgement;
    const grams = printDecimal(judgement.grams);
    yield {
      range: amount.range,
      message: `${printed} looks like ${unitNames[unit]}: ${because(judgement)}. The Hub reads grams here. Change to ${grams}?`,
      fixes: replaceAmount(amount, grams, {
        title: `Change to ${grams}, as ${printed} is in ${unitNames[unit]}`,
        safe: false,
      }),
      related: evidence.flatMap(({ range, sentence }) => (range ? [{ range, message: sentence }] : [])),
      data: { unit, grams: judgement.grams.toNumber(), confidence, evidence: evidence.map(({ id }) => id) },
    };
  },
} satisfies Rule<'emissions-kilograms'>;
