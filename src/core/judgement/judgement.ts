import type Big from 'big.js';
import type { Card } from '../card/card';
import { type MassUnit, toGrams } from '../quantity/unit';
import type { CardFacts } from './card-facts';
import { readDeclared } from './declared-amount';
import { evidenceTable } from './evidence';
import { type Evidence, JUDGED_UNITS, type JudgedUnit } from './evidence/evidence';
import { MINIMUM_LOG_ODDS, PRIOR } from './weights';

/** The unit that a declared number is most likely in. */
export interface Judgement {
  readonly amount: Big;
  readonly printed: string;
  /** The unit that the author typed into the value, if any. */
  readonly statedUnit: MassUnit | undefined;
  /** The amount as the card has it: in the stated unit, or in the Hub's grams. */
  readonly asWritten: Big;
  readonly unit: MassUnit;
  /** The amount in `unit`, as grams. */
  readonly grams: Big;
  /** Probability of `unit`, from 0 to 1. */
  readonly confidence: number;
  /** Whether the card is wrong as it stands: another unit than the Hub's (or the stated one) is clearly likelier. */
  readonly suspicious: boolean;
  /** What speaks for `unit` against the others, strongest first. */
  readonly evidence: readonly Evidence[];
}

/**
 * Judges the unit of the declared number. The log-odds of each unit against grams are the sum of a prior and of what
 * each piece of evidence adds; the table of weights is `weights.ts`.
 *
 * @param entry what the card declares, or would after a change
 * @returns undefined where the card declares no positive number.
 */
export function judgeUnit(card: Card, facts: CardFacts, entry = card.emissions): Judgement | undefined {
  const declared = entry && readDeclared(entry);
  if (declared === undefined || declared.amount.lte(0)) return undefined;
  const { amount, printed, reading } = declared;
  const reference = reading.unit ?? 'g';
  const written = { amount, printed, statedUnit: reading.unit, asWritten: toGrams(amount, reference) };
  const judged = JUDGED_UNITS.find((unit) => unit === reference);
  // Ounces and kilotonnes are so rare that whoever writes one means it.
  if (judged === undefined) {
    return {
      ...written,
      unit: reference,
      grams: written.asWritten,
      confidence: 1,
      suspicious: false,
      evidence: [],
    };
  }
  const evidence = evidenceTable.flatMap((observe) => observe({ card, facts, ...declared }));
  const scores = JUDGED_UNITS.map((unit) => ({ unit, score: scoreOf(unit, evidence) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const asStated = { unit: judged, score: scoreOf(judged, evidence) };
  const suspicious = best.score - asStated.score >= MINIMUM_LOG_ODDS;
  // Who writes a unit is believed until something clearly speaks against it.
  const { unit, score } = reading.unit !== undefined && !suspicious ? asStated : best;
  const total = scores.reduce((sum, other) => sum + Math.exp(other.score - score), 0);
  return {
    ...written,
    unit,
    grams: toGrams(amount, unit),
    confidence: 1 / total,
    suspicious,
    evidence: supporting(evidence, unit, judged),
  };
}

function scoreOf(unit: JudgedUnit, evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, piece) => sum + weightOf(piece, unit), PRIOR[unit]);
}

function weightOf({ logLikelihood }: Evidence, unit: JudgedUnit): number {
  return logLikelihood[unit] ?? 0;
}

/** What makes `unit` likelier than the unit that the card has; or than any other, where the two are the same. */
function supporting(evidence: readonly Evidence[], unit: JudgedUnit, written: JudgedUnit): Evidence[] {
  const rivals = unit === written ? JUDGED_UNITS.filter((other) => other !== unit) : [written];
  const strength = (piece: Evidence): number =>
    weightOf(piece, unit) - Math.max(...rivals.map((rival) => weightOf(piece, rival)));
  return evidence.filter((piece) => strength(piece) > 0).sort((a, b) => strength(b) - strength(a));
}
