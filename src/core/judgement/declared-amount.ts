import Big from 'big.js';
import type { DeclaredAmount, EmissionsEntry } from '../card/emissions-entry';
import { parseQuantity, type QuantityReading } from '../quantity/quantity';

/** The one amount that a card declares. */
export interface Declared {
  readonly entry: EmissionsEntry;
  readonly amount: Big;
  /** The number as written, without its unit. */
  readonly printed: string;
  readonly reading: QuantityReading;
}

/**
 * The declared amount as a number, with or without a unit in it.
 *
 * @returns undefined where no single number is declared: nothing, a range, a bound, words.
 */
export function readDeclared(entry: EmissionsEntry): Declared | undefined {
  const reading = entry.amount && readAmount(entry.amount);
  if (reading === undefined || reading.upper !== undefined || reading.bound !== undefined) return undefined;
  const { end, start } = reading.numberRange;
  return { entry, amount: reading.amount, printed: writtenText(entry.amount).slice(start, end), reading };
}

/**
 * Reads the scalar as a quantity. A number that js-yaml accepts is read from its source, so that no digit is lost, or
 * else ("0x1F") from js-yaml's value.
 */
export function readAmount(amount: DeclaredAmount): QuantityReading | undefined {
  const { value } = amount;
  if (typeof value !== 'number') return parseQuantity(writtenText(amount));
  if (!Number.isFinite(value)) return undefined;
  return parseQuantity(amount.source) ?? numberReading(value, amount.source.length);
}

/** The scalar's text: for a quoted or escaped string what it says, for a number its source. */
export function writtenText(amount: DeclaredAmount | undefined): string {
  if (typeof amount?.value === 'string') return amount.value;
  return typeof amount?.value === 'number' ? amount.source : '';
}

function numberReading(value: number, length: number): QuantityReading {
  const amount = new Big(value);
  return {
    range: { start: 0, end: length },
    numberRange: { start: 0, end: length },
    amount,
    unit: undefined,
    approximate: false,
    carbon: false,
    lastDigit: amount.e - amount.c.length + 1,
    grams: undefined,
  };
}
