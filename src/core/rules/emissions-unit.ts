import * as l10n from '@vscode/l10n';
import type { DeclaredAmount } from '../card/emissions-entry';
import { excerpt } from '../card/excerpt';
import { readAmount, writtenText } from '../judgement/declared-amount';
import type { Judgement } from '../judgement/judgement';
import { printDecimal } from '../quantity/decimal';
import type { QuantityReading } from '../quantity/quantity';
import { type MassUnit, toGrams } from '../quantity/unit';
import { because } from './because';
import { leavesOpen } from './emissions-number';
import { replaceAmount } from './replace-amount';
import type { Finding, Fix, Rule, RuleContext } from './rule';
import { unitName } from './unit-name';

export const emissionsUnit = {
  id: 'emissions-unit',
  defaultSeverity: 'error',
  summary: 'A value with a unit in it',
  *check({ card, judgement }: RuleContext) {
    const amount = card.emissions?.amount;
    const reading = amount && readAmount(amount);
    // What is nested in parts is the business of `emissions-shape`.
    if (amount?.place === 'parts') return;
    if (amount === undefined || reading?.unit === undefined || reading.amount.lt(0)) return;
    if (reading.grams === undefined) {
      yield { range: amount.range, message: leavesOpen(writtenText(amount)) };
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
    message: l10n.t(
      'The Hub needs a plain number of grams here, and “{text}” looks like {unit}: {reasons}. Change to {grams}?',
      {
        text: excerpt(writtenText(amount)),
        unit: unitName(judgement.unit),
        reasons: because(judgement),
        grams: judged,
      },
    ),
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
      message: l10n.t(
        'The Hub needs a plain number of grams here; “{0}” may be {1} or {2} g.',
        excerpt(text),
        grams,
        other,
      ),
      fixes: [...change(amount, grams, false), ...change(amount, other, false)],
      data,
    };
  }
  return {
    range: amount.range,
    message: l10n.t('The Hub needs a plain number of grams here; “{0}” is {1} g.', excerpt(text), grams),
    // A note behind the unit, or the author's own uncertainty, would be lost: that is the author's decision.
    fixes: change(amount, grams, isWholeText(text, reading) && reading.plusMinus === undefined),
    data,
  };
}

function change(amount: DeclaredAmount, grams: string, safe: boolean): Fix[] {
  return replaceAmount(amount, grams, { title: l10n.t('Change to {0} (grams)', grams), safe });
}

function isWholeText(text: string, { range }: QuantityReading): boolean {
  return !/[\p{L}\d]/u.test(text.slice(range.end));
}
