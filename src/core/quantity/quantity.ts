import type Big from 'big.js';
import type { TextRange } from '../card/text-range';
import type { Dimension, MassUnit, UnitOf } from './unit';

/** Why a number can be read in two ways, and the reading that was not taken. */
export interface OtherReading {
  readonly amount: Big;
  /** Power of ten of the last printed digit in this reading. */
  readonly lastDigit: number;
  /** What the comma (or point) is in this other reading. */
  readonly separator: 'decimal' | 'thousands';
}

/** A number with its unit, as an author wrote it. */
export interface QuantityReading<U = MassUnit> {
  /** From the first sign or digit to the end of the unit, within the text given. */
  readonly range: TextRange;
  /** The number alone, without sign words, `~` and unit. */
  readonly numberRange: TextRange;
  /** The amount in the unit written; the lower end of a range ("1-2 kg"), the centre of "5 ± 1 g". */
  readonly amount: Big;
  /** The upper end of a range. */
  readonly upper?: Big;
  /** The author's own uncertainty, as in "5 ± 1 g". */
  readonly plusMinus?: Big;
  /** Undefined for a bare number. */
  readonly unit: U | undefined;
  /** "~", "about", "≈", "roughly" before it. */
  readonly approximate: boolean;
  /** "<", "less than", "up to" bound it from above; ">", "more than" from below. */
  readonly bound?: 'upper' | 'lower';
  /** Whether CO₂, carbon or an equivalent stands in the unit ("kg CO2eq"). */
  readonly carbon: boolean;
  /** Power of ten of the last printed digit: -3 for "0.007", 0 for "960000", 2 for "1.2e3". */
  readonly lastDigit: number;
  /**
   * The amount in grams. Undefined for a bare number, for a range and for a bound: those name no single amount, and
   * taking the middle would put a number into the card that nobody wrote.
   */
  readonly grams: Big | undefined;
  /** Set where a separator is ambiguous ("4,475": thousands or decimals); `amount` is the likelier reading. */
  readonly otherReading?: OtherReading;
}

/** What is known from elsewhere in the card about how its author writes numbers. */
export interface NumberContext {
  /** Another number of the card uses a decimal comma ("43,24"), so "4,475" is 4.475 and "1.234" may be 1234. */
  readonly decimalComma?: boolean;
}

export declare function parseQuantity(text: string, context?: NumberContext): QuantityReading | undefined;
export declare function findQuantities<D extends Dimension>(
  text: string,
  dimension: D,
  context?: NumberContext,
): QuantityReading<UnitOf[D]>[];
