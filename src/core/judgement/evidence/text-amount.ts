import * as l10n from '@vscode/l10n';
import type { EmissionsStatement, Statement } from '../../card/statements/statement';
import { equalUpToPrintedDigits } from '../../quantity/decimal';
import type { QuantityReading } from '../../quantity/quantity';
import { digitsWeight } from '../digits-weight';
import { inUnit } from '../in-unit';
import { type Evidence, JUDGED_UNITS, type JudgedUnit, type Subject } from './evidence';

/** The card's text states the declared amount with a unit, equal up to the digits printed. */
export function textAmount(subject: Subject): Evidence[] {
  const equal = subject.card.statements
    .filter(isEmissions)
    .flatMap((statement) => unitsOf(subject, statement));
  const best = new Map<JudgedUnit, { statement: EmissionsStatement; weight: number }>();
  for (const { unit, statement, weight } of equal) {
    const known = best.get(unit);
    // The words with that very unit in them are the ones to quote.
    const isPlainer = weight === known?.weight && statement.quantity.unit === unit;
    if (weight > (known?.weight ?? 0) || isPlainer) best.set(unit, { statement, weight });
  }
  return [...best].map(([unit, { statement, weight }]) => ({
    id: 'text-amount',
    logLikelihood: { [unit]: weight },
    sentence: l10n.t('the text says “{0}”', statement.quote),
    range: statement.range,
  }));
}

function isEmissions(statement: Statement): statement is EmissionsStatement {
  return (
    statement.kind === 'emissions' && statement.scope !== 'inference' && statement.quantity.unit !== undefined
  );
}

function unitsOf(subject: Subject, statement: EmissionsStatement) {
  return readings(statement.quantity).flatMap(({ reading, weight }) =>
    JUDGED_UNITS.flatMap((unit) => {
      const declared = inUnit(subject, unit);
      if (declared === undefined || !equalUpToPrintedDigits(declared, reading)) return [];
      return [
        { unit, statement, weight: weight * digitsWeight(significantDigits(reading)) * statement.certainty },
      ];
    }),
  );
}

/** An ambiguous "4,475" is tried both ways, the less likely one for half. */
function readings(quantity: QuantityReading): { reading: QuantityReading; weight: number }[] {
  const { otherReading, ...rest } = quantity;
  if (otherReading === undefined) return [{ reading: quantity, weight: 1 }];
  const other = { ...rest, amount: otherReading.amount, lastDigit: otherReading.lastDigit };
  const grams = quantity.grams?.div(quantity.amount).times(otherReading.amount);
  return [
    { reading: quantity, weight: 1 },
    { reading: { ...other, grams }, weight: 0.5 },
  ];
}

function significantDigits({ amount, lastDigit }: QuantityReading): number {
  return amount.e - lastDigit + 1;
}
