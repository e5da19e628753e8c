import type { NumberContext } from '../../quantity/number-text';
import { findQuantities, parseQuantity, type QuantityReading } from '../../quantity/quantity';
import type { Dimension, UnitOf } from '../../quantity/unit';
import { excerpt } from '../excerpt';
import type { TextRange } from '../text-range';
import { unitInLabel } from './label-unit';
import { type Passage, plainText } from './passage';
import { type Rate, rateAfter, rateBefore, rateOfLabel } from './rate';

/** An amount in a passage with the words around it. */
export interface Mention<U> {
  /** With ranges counted from the start of the card. */
  readonly quantity: QuantityReading<U>;
  readonly range: TextRange;
  readonly quote: string;
  readonly passage: Passage;
  /** From the start of the sentence, or from the last clause behind another amount, to this one. */
  readonly before: string;
  /** To the next amount or the end of the sentence. */
  readonly after: string;
  /** The sentence up to the amount, other amounts included. */
  readonly lead: string;
  readonly rate: Rate | undefined;
}

const SENTENCE_END = /[.!?](?=[\s)*_]+[\p{Lu}([*_`])|;/gu;
const CLAUSE_END = /[,;.]\s|\b(?:and|plus|while|but|whereas)\b/;
/** "26 grams (0.026 kg) of CO2": both amounts are one, and what follows is about both. */
const RESTATED = /^[\s*_`]{0,4}(?:[(≈=~]|or\b|i\.e\.|\/)[\s*_`~≈]{0,4}$/;
const LOOK_BACK = 300;
const LOOK_AHEAD = 160;

/** Every amount of one dimension in a passage, with its unit behind it or in the label. */
export function mentions<D extends Dimension>(
  passage: Passage,
  dimension: D,
  numbers: NumberContext,
): Mention<UnitOf[D]>[] {
  const found = findQuantities(passage.text, dimension, numbers);
  const labelled = found.length === 0 ? underLabel(passage, dimension, numbers) : undefined;
  const all = found.map((quantity, index) => inProse(passage, quantity, found, index)).concat(labelled ?? []);
  // "Training hours per GPU" are hours by the clock: what divides a duration stands behind it.
  return dimension === 'time' || dimension === 'power' ? all : all.map(withRateBefore);
}

/** The divisor behind an amount, or else the one that the words before it or its label name. */
function withRateBefore<U>(mention: Mention<U>): Mention<U> {
  const { passage, rate, before } = mention;
  return { ...mention, rate: rate ?? rateBefore(before) ?? rateOfLabel(passage.label) };
}

function inProse<U>(
  passage: Passage,
  quantity: QuantityReading<U>,
  all: readonly QuantityReading<U>[],
  index: number,
): Mention<U> {
  const { text } = passage;
  const previous = all[index - 1]?.range.end ?? 0;
  const following = all[index + 1];
  const isRestated = following && RESTATED.test(text.slice(quantity.range.end, following.range.start));
  const next = all[isRestated ? index + 2 : index + 1]?.range.start ?? text.length;
  const lead = lastSentence(text.slice(Math.max(0, quantity.range.start - LOOK_BACK), quantity.range.start));
  const gap = text.slice(Math.max(previous, quantity.range.start - LOOK_BACK), quantity.range.start);
  const range = shifted(quantity.range, passage.start);
  return {
    quantity: { ...quantity, range, numberRange: shifted(quantity.numberRange, passage.start) },
    range,
    quote: quoted(plainText(text.slice(quantity.range.start, quantity.range.end))),
    passage,
    before: index === 0 ? lastSentence(gap) : lastClause(gap),
    after: firstSentence(text.slice(quantity.range.end, Math.min(next, quantity.range.end + LOOK_AHEAD))),
    lead,
    rate: rateAfter(text, quantity.range.end),
  };
}

/** Long enough for the longest label with its amount. */
const LONGEST_QUOTE = 240;

function quoted(words: string): string {
  return excerpt(words, LONGEST_QUOTE);
}

/** "CO2 Emissions (in grams): 25.4476": a bare number, and its unit in the label if there is one. */
function underLabel<D extends Dimension>(
  passage: Passage,
  dimension: D,
  numbers: NumberContext,
): Mention<UnitOf[D]> | undefined {
  if (passage.label === '') return undefined;
  const number = bareNumber(passage.text, numbers);
  if (number === undefined) return undefined;
  const unit = unitInLabel(passage.label, dimension);
  const range = { start: passage.labelStart, end: passage.start + number.numberRange.end };
  const offset = passage.start;
  return {
    quantity: {
      ...number,
      unit: unit?.unit,
      carbon: unit?.carbon ?? false,
      grams: undefined,
      range: shifted(number.range, offset),
      numberRange: shifted(number.numberRange, offset),
    },
    range: passage.labelStart < passage.start ? range : shifted(number.range, offset),
    quote: quoted(`${passage.label}: ${passage.text.slice(number.range.start, number.range.end)}`),
    passage,
    before: '',
    after: '',
    lead: '',
    rate: rateOfUnit(passage.label, 'mass') ?? rateOfUnit(passage.label, dimension),
  };
}

/** The value of a label that is one number and at most a note: "25.4476", "~ 12 (estimated)", "0.1 (see below)". */
function bareNumber(text: string, numbers: NumberContext): QuantityReading | undefined {
  if (text.length > 200) return undefined;
  const value = text.replace(/(?<![*_`\s])[*_`\s]+$/, '');
  const reading =
    parseQuantity(value, numbers) ?? parseQuantity(value.replace(/(?<!\s)\s*\([^()]*\)\.?$/, ''), numbers);
  return reading?.unit === undefined ? reading : undefined;
}

function rateOfUnit(label: string, dimension: Dimension): Rate | undefined {
  const unit = unitInLabel(label, dimension);
  return unit && rateAfter(label, unit.end);
}

/** What a text says after its last full stop. */
export function lastSentence(text: string): string {
  let start = 0;
  for (const end of text.matchAll(SENTENCE_END)) start = end.index + 1;
  return text.slice(start);
}

/** Behind an earlier amount only what follows the last break: the words before it may belong to that one. */
function lastClause(text: string): string {
  return text.split(CLAUSE_END).at(-1) ?? '';
}

function firstSentence(text: string): string {
  const end = text.search(SENTENCE_END);
  return end < 0 ? text : text.slice(0, end);
}

function shifted({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}
