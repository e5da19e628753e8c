import type Big from 'big.js';
import type { DeclaredAmount, EmissionsEntry } from '../card/emissions-entry';
import { parseQuantity, type QuantityReading } from '../quantity/quantity';

export interface Declared {
  readonly entry: EmissionsEntry;
  readonly amount: Big;
  readonly printed: string;
  readonly reading: QuantityReading;
}

/**
 * The declared amount as a number, with or without a unit in it.
 *
 * @returns undefined where no single number is declared: nothing, a range, words.
 */
export function readDeclared(entry: EmissionsEntry): Declared | undefined {
  const reading = entry.amount && readAmount(entry.amount);
  if (reading === undefined || reading.upper !== undefined) return undefined;
  const text = writtenText(entry.amount);
  const printed = text.slice(reading.numberRange.start, reading.numberRange.end);
  return { entry, amount: reading.amount, printed, reading };
}

/** Reads the scalar as a quantity. A number that js-yaml accepts is read from its source, so that no digit is lost. */
export function readAmount(amount: DeclaredAmount): QuantityReading | undefined {
  return parseQuantity(writtenText(amount));
}

/** The scalar's text: for a quoted or escaped string what it says, for a number its source. */
export function writtenText(amount: DeclaredAmount | undefined): string {
  if (amount === undefined) return '';
  if (typeof amount.value === 'string') return amount.value;
  return typeof amount.value === 'number' ? amount.source : '';
}
