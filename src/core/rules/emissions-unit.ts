import type { DeclaredAmount } from '../card/emissions-entry';
import { excerpt } from '../card/excerpt';
import { readAmount, writtenText } from '../judgement/declared-amount';
import type { Judgement } from '../judgement/judgement';
import { printDecimal } from '../quantity/decimal';
import type { QuantityReading } from '../quantity/quantity';
import { type MassUnit, toGrams } from '../quantity/unit';
import { because } from './because';
import { replaceAmount } from './replace-amount';
import type { Finding, Fix, Rule, RuleContext } from './rule';
import { unitNames } from './unit-names';

export const emissionsUnit = {
  id: 'emissions-unit',
  defaultSeverity: 'error',
  summary: 'A value with a unit in it',
  *check({ card, judgement }: RuleContext) {
    const amount = card.emissions?.amount;
    const reading = amount && readAmount(amount);
    if (amount === undefined || reading?.unit === undefined || reading.amount.lt(0)) return;
    if (reading.grams === undefined) {
      yield {
        range: amount.range,
        message: `The Hub needs one plain number of grams here, and “${excerpt(writtenText(amount))}” leaves it open. Choose the best estimate.`,
      };
    } else if (judgement?.suspicious === true) {
      yield anotherUnit(amount, printDecimal(reading.grams), judgement);
    } else {
      yield asWritten(amount, reading, reading.unit);
    }
  },
} satisfies Rule<'emissions-unit'>;

/** "28.53 g" where everything else in the card speaks for kilograms. */
function anotherUnit(amount: DeclaredAmount, literal: string, judgement: Judgement): Finding {
  const judged = printDecimal(judgement.grams);
  return {
    range: amount.range,
    message: `The Hub needs a plain number of grams here, and “${excerpt(writtenText(amount))}” looks like ${unitNames[judgement.unit]}: ${because(judgement)}. Change to ${judged}?`,
    fixes: [...change(amount, judged, false), ...change(amount, literal, false)],
    data: { grams: judgement.grams.toNumber(), unit: judgement.unit },
  };
}

function asWritten(amount: DeclaredAmount, reading: QuantityReading, unit: MassUnit): Finding {
  const text = writtenText(amount);
  const grams = printDecimal(toGrams(reading.amount, unit));
  const data = { grams: Number(grams), unit };
  if (reading.otherReading !== undefined) {
    const other = printDecimal(toGrams(reading.otherReading.amount, unit));
    return {
      range: amount.range,
      message: `The Hub needs a plain number of grams here; “${excerpt(text)}” may be ${grams} or ${other} g.`,
      fixes: [...change(amount, grams, false), ...change(amount, other, false)],
      data,
    };
  }
  return {
    range: amount.range,
    message: `The Hub needs a plain number of grams here; “${excerpt(text)}” is ${grams} g.`,
    // A note behind the unit, or the author's own uncertainty, would be lost: that is the author's decision.
    fixes: change(amount, grams, isWholeText(text, reading) && reading.plusMinus === undefined),
    data,
  };
}

function change(amount: DeclaredAmount, grams: string, safe: boolean): Fix[] {
  return replaceAmount(amount, grams, { title: `Change to ${grams} (grams)`, safe });
}

function isWholeText(text: string, { range }: QuantityReading): boolean {
  return !/[\p{L}\d]/u.test(text.slice(range.end));
}
