import Big from 'big.js';
import type { TextRange } from '../card/text-range';
import { type NumberContext, type NumberText, type OtherReading, readNumber } from './number-text';
import { readUnit, type UnitText } from './quantity-unit';
import { HEDGE_WORDS, hedgeBefore } from './quantity-words';
import { CARBON } from './carbon';
import { machineCode } from './machine-code';
import { type Dimension, isMassUnit, type MassUnit, toGrams, type UnitOf } from './unit';

/** A number with its unit, as an author wrote it. */
export interface QuantityReading<U = MassUnit> {
  /** From the first sign or digit to the end of the unit, within the text given. */
  readonly range: TextRange;
  /** The number alone, both ends of a range included. */
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
  /** "<", "less than", "up to" bound it from above; ">", "at least" from below. */
  readonly bound?: 'upper' | 'lower';
  /** Whether CO₂ or carbon stands in the unit ("kg CO2eq"). */
  readonly carbon: boolean;
  /** Power of ten of the last printed digit: -3 for "0.007", 0 for "960000", 2 for "1.2e3". */
  readonly lastDigit: number;
  /**
   * The amount in grams, for masses. Undefined for a bare number, a range and a bound: those name no single amount,
   * and taking the middle would put a number into the card that nobody wrote.
   */
  readonly grams: Big | undefined;
  /** Set where a separator is ambiguous ("4,475": thousands or decimals); `amount` is the likelier reading. */
  readonly otherReading?: OtherReading;
}

const FULL_WIDTH_ZERO = '０';
const DIGIT = /[0-9０-９]/g;
const DIGIT_RUN = /[0-9０-９.,]+/y;
const RANGE = /\s{0,2}(?:-|–|—|−|~|～|\.{2,3}|…|\bto\b|\band\b)\s{0,2}(?=[0-9０-９])/y;
const PLUS_MINUS = /\s{0,2}\(?\s?(?:±|\+\/-|\+-|\\pm)\s{0,2}(?=[0-9])/y;
/** Letters only before devices: "3.3M GPU hours", "6k A100-hours". */
const MULTIPLIER =
  /\s?(?:(thousand\b|k(?=[\s-]{1,2}(?:[gtc]pu|[ahvp]\d|hours?\b)))|(million\b|m(?=[\s-]{1,2}(?:[gtc]pu|[ahvp]\d|hours?\b)))|billion\b)/iy;

/**
 * Every quantity of one dimension in a text, in order. Numbers without a unit of that dimension are passed over, and so
 * are digits inside words ("A100", "CO2"). Linear in the text; never throws.
 */
export function findQuantities<D extends Dimension>(
  text: string,
  dimension: D,
  context: NumberContext = {},
): QuantityReading<UnitOf[D]>[] {
  const found: QuantityReading<UnitOf[D]>[] = [];
  const digit = new RegExp(DIGIT);
  for (let match = digit.exec(text); match; match = digit.exec(text)) {
    const start =
      text[match.index - 1] === '.' && !isWord(text[match.index - 2]) ? match.index - 1 : match.index;
    if (isWord(text[start - 1]) || (text[start - 1] === '_' && isWord(text[start - 2]))) {
      DIGIT_RUN.lastIndex = start;
      DIGIT_RUN.test(text);
      digit.lastIndex = Math.max(DIGIT_RUN.lastIndex, start + 1);
      continue;
    }
    const number = readNumber(text, start, context);
    digit.lastIndex = number.end;
    if (number.amount === undefined) continue;
    const quantity = quantityAt(text, number, dimension, context);
    if (quantity === undefined) continue;
    found.push(quantity);
    digit.lastIndex = quantity.range.end;
  }
  return found;
}

const WORD = /[\p{L}\d]/u;

function isWord(character: string | undefined): boolean {
  if (character === undefined) return false;
  if (character < '\u0080') return /[A-Za-z0-9]/.test(character);
  return character < FULL_WIDTH_ZERO && WORD.test(character);
}

/** No author writes a longer one; what is longer is prose. */
const MAX_QUANTITY_LENGTH = 400;
const LEAD_IN = new RegExp(`^[\\s"'\`*_+([{$]*(?:${HEDGE_WORDS}[\\s*_\`$]*){0,3}$`, 'i');
const LEAD_OUT = new RegExp(
  `^[\\s"'\`*_)\\]}$.]*(?:${CARBON}[\\s.)]*)?(?:[,;]?\\s*\\(?(?:in total|total|emitted|emissions?|estimated|est|approx|approximately)\\b[.)]?\\s*){0,2}(\\([^()]*\\))?[\\s"'\`*_)\\].]*$`,
  'i',
);

/**
 * Reads a text that is one quantity and nothing else: "1.2 kg CO2eq", "~12", "1.234,5 g", "4,3e-4 kg Co2", "24_700_000".
 * A note in brackets may follow ("4.858 g CO2eq (4 epochs)"), unless it states another amount.
 *
 * @returns undefined where the text is no quantity, or several, or an amount per something ("0.5 kg/hour").
 */
export function parseQuantity(text: string, context: NumberContext = {}): QuantityReading | undefined {
  if (text.length > MAX_QUANTITY_LENGTH) return undefined;
  const start = text.search(/\.?[0-9０-９]/);
  if (start < 0) return undefined;
  // Formulas stand between dollar signs; where one is alone, it is a currency.
  if (text.includes('$') && text.split('$').length % 2 === 0) return undefined;
  const number = readNumber(text, start, context);
  if (number.amount === undefined || !leadsIn(text.slice(0, number.start))) return undefined;
  const quantity = quantityAt(text, number, 'mass', context) ?? bareQuantity(text, number, context);
  const rest = text.slice(quantity.range.end);
  const out = rest === '' ? [] : machineCode(LEAD_OUT).exec(rest);
  if (!out) return undefined;
  const note = out[1] === undefined ? [] : findQuantities(out[1], 'mass', context);
  return note.every(({ grams }) => quantity.grams !== undefined && grams?.eq(quantity.grams))
    ? quantity
    : undefined;
}

/** Most values are a number alone: no expression need be compiled to see that nothing stands before it. */
function leadsIn(before: string): boolean {
  return before === '' || machineCode(LEAD_IN).test(before);
}

function bareQuantity(text: string, number: NumberText, context: NumberContext): QuantityReading {
  const first = multiplied(text, number);
  const plusMinus = numberAfter(text, first.end, PLUS_MINUS, context);
  const upper = plusMinus ? undefined : secondEnd(text, first.end, context);
  return reading(text, {
    first,
    ...(plusMinus && { plusMinus }),
    ...(upper?.amount.gt(first.amount) && { upper }),
    unit: undefined,
  });
}

/** Reads on from a number: multiplier, uncertainty, second end of a range, unit. */
function quantityAt<D extends Dimension>(
  text: string,
  first: NumberText,
  dimension: D,
  context: NumberContext,
): QuantityReading<UnitOf[D]> | undefined {
  const scaled = multiplied(text, first);
  const unit = readUnit(text, scaled.end, dimension);
  if (unit) {
    const second = secondEnd(text, unit.end, context);
    const secondUnit = second && readUnit(text, second.end, dimension);
    const plusMinus = numberAfter(text, unit.end, PLUS_MINUS, context);
    if (plusMinus) {
      const last = readUnit(text, plusMinus.end, dimension)?.end ?? plusMinus.end;
      const end = text[last] === ')' ? last + 1 : last;
      return reading(text, { first: scaled, plusMinus, unit: { ...unit, end } });
    }
    return second && secondUnit?.unit === unit.unit && second.amount.gt(scaled.amount)
      ? reading(text, { first: scaled, upper: second, unit: secondUnit })
      : reading(text, { first: scaled, unit });
  }
  const plusMinus = numberAfter(text, scaled.end, PLUS_MINUS, context);
  if (plusMinus) {
    const end = text[plusMinus.end] === ')' ? plusMinus.end + 1 : plusMinus.end;
    const behind = readUnit(text, end, dimension);
    return behind && reading(text, { first: scaled, plusMinus, unit: behind });
  }
  const upper = secondEnd(text, scaled.end, context);
  const behind = upper && readUnit(text, upper.end, dimension);
  if (!upper || !behind) return undefined;
  return upper.amount.gt(scaled.amount) ? reading(text, { first: scaled, upper, unit: behind }) : undefined;
}

function secondEnd(text: string, at: number, context: NumberContext): NumberText | undefined {
  const number = numberAfter(text, at, RANGE, context);
  return number && multiplied(text, number);
}

function numberAfter(text: string, at: number, lead: RegExp, context: NumberContext): NumberText | undefined {
  lead.lastIndex = at;
  if (!lead.test(text)) return undefined;
  const number = readNumber(text, lead.lastIndex, context);
  return number.amount && { ...number, amount: number.amount.abs() };
}

/** "1.2 million", "3 thousand". */
function multiplied(text: string, number: NumberText): NumberText {
  MULTIPLIER.lastIndex = number.end;
  const match = MULTIPLIER.exec(text);
  if (!match) return number;
  const power = match[1] ? 3 : match[2] ? 6 : 9;
  return {
    start: number.start,
    end: MULTIPLIER.lastIndex,
    amount: number.amount.times(new Big(10).pow(power)),
    lastDigit: number.lastDigit + power,
  };
}

interface Parts<U extends string> {
  readonly first: NumberText;
  readonly upper?: NumberText;
  readonly plusMinus?: NumberText;
  readonly unit: UnitText<U> | undefined;
}

function reading<U extends string>(
  text: string,
  { first, upper, plusMinus, unit }: Parts<U>,
): QuantityReading<U> {
  const hedge = hedgeBefore(text, first.start);
  const numberEnd = upper?.end ?? plusMinus?.end ?? first.end;
  const isSingle = upper === undefined && hedge.bound === undefined;
  return {
    range: { start: first.start, end: unit?.end ?? numberEnd },
    numberRange: { start: first.start, end: numberEnd },
    amount: first.amount,
    ...(upper && { upper: upper.amount }),
    ...(plusMinus && { plusMinus: plusMinus.amount }),
    unit: unit?.unit,
    ...hedge,
    carbon: unit?.carbon ?? false,
    lastDigit: first.lastDigit,
    grams: isSingle && unit && isMassUnit(unit.unit) ? toGrams(first.amount, unit.unit) : undefined,
    ...(first.otherReading && { otherReading: first.otherReading }),
  };
}
