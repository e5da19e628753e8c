import * as l10n from '@vscode/l10n';
import { printDecimal } from '../quantity/decimal';
import { because } from './because';
import { replaceAmount } from './replace-amount';
import type { Rule, RuleContext } from './rule';
import { unitName } from './unit-name';

export const emissionsKilograms = {
  id: 'emissions-kilograms',
  defaultSeverity: 'warning',
  summary: 'A number that looks like kilograms (or tonnes, or pounds), with the evidence',
  *check({ card, judgement }: RuleContext) {
    const amount = card.emissions?.amount;
    // Text in place of a number is judged by `emissions-unit` and `emissions-number`; what is nested is mended first.
    if (typeof amount?.value !== 'number' || amount.place !== 'direct') return;
    if (!judgement?.suspicious) return;
    const { confidence, evidence, printed, unit } = judgement;
    const grams = printDecimal(judgement.grams);
    const words = { number: printed, unit: unitName(unit), grams };
    yield {
      range: amount.range,
      message: l10n.t('{number} looks like {unit}: {reasons}. The Hub reads grams here. Change to {grams}?', {
        ...words,
        reasons: because(judgement),
      }),
      fixes: replaceAmount(amount, grams, {
        title: l10n.t('Change to {grams}, as {number} is in {unit}', words),
        safe: false,
      }),
      related: evidence.flatMap(({ range, sentence }) => (range ? [{ range, message: sentence }] : [])),
      data: { unit, grams: judgement.grams.toNumber(), confidence, evidence: evidence.map(({ id }) => id) },
    };
  },
} satisfies Rule<'emissions-kilograms'>;
