import { readAmount, writtenText } from '../judgement/declared-amount';
import { printDecimal } from '../quantity/decimal';
import { because } from './because';
import type { Fix, Rule, RuleContext } from './rule';

export const emissionsUnit = {
  id: 'emissions-unit',
  defaultSeverity: 'error',
  summary: 'A value with a unit in it',
  *check({ card, judgement }: RuleContext) {
    const amount = card.emissions?.amount;
    const reading = amount && readAmount(amount);
    if (amount === undefined || reading?.unit === undefined) return;
    const written = `“${writtenText(amount)}”`;
    const change = (grams: string): Fix => ({
      title: `Change to ${grams} (grams)`,
      edits: [{ range: amount.range, newText: grams }],
      safe: false,
    });
    const literal = reading.grams && printDecimal(reading.grams);
    if (literal === undefined) {
      yield {
        range: amount.range,
        message: `The Hub needs one plain number of grams here, and ${written} is not one.`,
      };
    } else if (judgement?.suspicious === true) {
      const judged = printDecimal(judgement.grams);
      yield {
        range: amount.range,
        message: `The Hub needs a plain number of grams here, and ${written} looks like ${judged} g: ${because(judgement)}.`,
        fixes: [change(judged), change(literal)],
        data: { grams: judgement.grams.toNumber(), unit: judgement.unit },
      };
    } else {
      yield {
        range: amount.range,
        message: `The Hub needs a plain number of grams here; ${written} is ${literal} g.`,
        fixes: [{ ...change(literal), safe: true }],
        data: { grams: Number(literal), unit: reading.unit },
      };
    }
  },
} satisfies Rule<'emissions-unit'>;
