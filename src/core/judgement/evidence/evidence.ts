import type Big from 'big.js';
import type { Card } from '../../card/card';
import type { EmissionsEntry } from '../../card/emissions-entry';
import type { TextRange } from '../../card/text-range';
import type { QuantityReading } from '../../quantity/quantity';
import type { CardFacts } from '../card-facts';

/** The units an author may have meant by a bare number. The Hub reads grams. */
export const JUDGED_UNITS = ['g', 'kg', 't', 'lb', 'mg'] as const;
export type JudgedUnit = (typeof JUDGED_UNITS)[number];

/** Natural-log likelihoods of one observation under each unit; units left out count 0. */
export type LogLikelihood = Readonly<Partial<Record<JudgedUnit, number>>>;

/** One observation that speaks for or against a unit. */
export interface Evidence {
  /** Which entry of the evidence table made it. */
  readonly id: string;
  readonly logLikelihood: LogLikelihood;
  /** Completes "1.71 looks like kilograms: …". */
  readonly sentence: string;
  /** Where in the card it stands, if anywhere. */
  readonly range?: TextRange;
}

/** What is judged: a positive number that the card declares as its emissions. */
export interface Subject {
  readonly card: Card;
  readonly entry: EmissionsEntry;
  readonly amount: Big;
  /** The number as written, without its unit. */
  readonly printed: string;
  readonly reading: QuantityReading;
  readonly facts: CardFacts;
}
