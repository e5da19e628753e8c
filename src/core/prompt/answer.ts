import Big from 'big.js';
import type { TextRange } from '../card/text-range';
import { findQuantities } from '../quantity/quantity';
import type { ImpactSegment } from './impact-segments';

/** What a language model answered. */
export type Answer =
  | { readonly kind: 'grams'; readonly grams: Big }
  /** -1: the text does not state the amount. */
  | { readonly kind: 'absent' }
  /** Anything but one number. */
  | { readonly kind: 'unreadable' };

/** Reads a model's answer, which should be one number of grams. */
export function readAnswer(reply: string): Answer {
  const match = /^(-?\d+(?:,\d{3})*(?:\.\d+)?(?:e[+-]?\d{1,3})?)\s*(?:g|grams)?\.?$/i.exec(reply.trim());
  if (match?.[1] === undefined) return { kind: 'unreadable' };
  const grams = new Big(match[1].replaceAll(',', ''));
  if (grams.eq(-1)) return { kind: 'absent' };
  return grams.lt(0) ? { kind: 'unreadable' } : { kind: 'grams', grams };
}

/**
 * Where the answer stands in the card, so that it can be looked at: the first amount with a unit that is as many grams.
 *
 * @returns undefined where no such amount is written. Then the answer is a calculation of the model's, or made up.
 */
export function placeOfAnswer({ range, text }: ImpactSegment, grams: Big): TextRange | undefined {
  const found = findQuantities(text, 'mass').find((quantity) => quantity.grams?.eq(grams));
  return found && { start: range.start + found.range.start, end: range.start + found.range.end };
}
