import type { EmissionsStatement, Statement } from '../../card/statements/statement';
import { equalUpToPrintedDigits } from '../../quantity/decimal';
import { parseQuantity, type QuantityReading } from '../../quantity/quantity';
import type { Evidence, JudgedUnit, Subject } from '../judgement';
import { JUDGED_UNITS } from '../judgement';
import { TEXT_STATES_UNIT } from '../weights';

/** The card's text states the declared amount with a unit, equal up to the digits printed. */
export function textAmount(subject: Subject): Evidence[] {
  const equal = subject.card.statements
    .filter(isEmissions)
    .flatMap((statement) => unitsOf(subject, statement));
  const best = new Map<JudgedUnit, { statement: EmissionsStatement; weight: number }>();
  for (const { unit, statement, weight } of equal) {
    if (weight > (best.get(unit)?.weight ?? 0)) best.set(unit, { statement, weight });
  }
  return [...best].map(([unit, { statement, weight }]) => ({
    id: 'text-amount',
    logLikelihood: { [unit]: weight },
    sentence: `the text says “${statement.quote}”`,
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
      const declared = parseQuantity(`${subject.amount.toFixed()} ${unit}`);
      if (declared === undefined || !equalUpToPrintedDigits(declared, reading)) return [];
      return [{ unit, statement, weight: weight * TEXT_STATES_UNIT[digits(reading)] * statement.certainty }];
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

/** Significant digits that the text prints; "0.000" has none and proves nothing, so it never gets here as equal. */
function digits(reading: QuantityReading): 1 | 2 | 3 {
  const leading = reading.amount.e - reading.lastDigit + 1;
  return leading >= 3 ? 3 : leading === 2 ? 2 : 1;
}
