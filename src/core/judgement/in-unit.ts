import { parseQuantity, type QuantityReading } from '../quantity/quantity';
import type { JudgedUnit, Subject } from './evidence/evidence';

/** The declared number as if it were written with a unit behind it, with the digits that the author printed. */
export function inUnit({ printed, reading }: Subject, unit: JudgedUnit): QuantityReading | undefined {
  const plain = reading.otherReading === undefined ? printed : reading.amount.toFixed();
  return parseQuantity(`${plain} ${unit}`);
}
