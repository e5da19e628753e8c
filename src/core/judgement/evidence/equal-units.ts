import { equalUpToPrintedDigits } from '../../quantity/decimal';
import type { QuantityReading } from '../../quantity/quantity';
import { digitsWeight } from '../digits-weight';
import { inUnit } from '../in-unit';
import { JUDGED_UNITS, type JudgedUnit, type Subject } from './evidence';

/** A unit in which the declared number is an amount that is stated elsewhere, with what the equal digits prove. */
export interface EqualUnit {
  readonly unit: JudgedUnit;
  /** Log-odds. */
  readonly weight: number;
}

/**
 * The units in which the declared number equals a stated amount, up to the digits printed. An ambiguous "4,475" is tried
 * both ways, the less likely one for half. Pounds have other digits than grams, which may be equal by chance: they are
 * found only where the text has pounds.
 */
export function equalUnits(subject: Subject, stated: QuantityReading): EqualUnit[] {
  return readings(stated).flatMap(({ reading, share }) =>
    JUDGED_UNITS.filter((unit) => unit !== 'lb' || reading.unit === 'lb').flatMap((unit) => {
      const declared = inUnit(subject, unit);
      if (declared === undefined || !equalUpToPrintedDigits(declared, reading)) return [];
      return [{ unit, weight: share * digitsWeight(significantDigits(reading)) }];
    }),
  );
}

function readings(quantity: QuantityReading): { reading: QuantityReading; share: number }[] {
  const { otherReading, ...rest } = quantity;
  if (otherReading === undefined) return [{ reading: quantity, share: 1 }];
  const other = { ...rest, amount: otherReading.amount, lastDigit: otherReading.lastDigit };
  const grams = quantity.grams?.div(quantity.amount).times(otherReading.amount);
  return [
    { reading: quantity, share: 1 },
    { reading: { ...other, grams }, share: 0.5 },
  ];
}

function significantDigits({ amount, lastDigit }: QuantityReading): number {
  return amount.e - lastDigit + 1;
}
