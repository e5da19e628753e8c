import type { Range } from 'vscode-languageserver-types';
import type { Card } from '../card/card';
import { readAmount } from '../judgement/declared-amount';
import type { Judgement } from '../judgement/judgement';
import type { CheckResult, ReportedFinding } from '../rules/check-card';

/** A card that was checked, with all that is told about it. */
export interface CheckedCard extends CheckResult {
  /** Its path, for reading; `-` for standard input. */
  readonly file: string;
  readonly card: Card;
  /** Why the card was not read. */
  readonly refusal: string | undefined;
  /** Predicted grams with their 95 % interval, where the size of the model is known. */
  readonly prediction: ReportedPrediction | undefined;
}

export interface ReportedPrediction {
  readonly grams: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What is told about a card, as plain data: the shape of `check --format json`. Lines and characters count from 0 in
 * UTF-16, as in the Language Server Protocol.
 */
export interface CardReport {
  readonly file: string;
  readonly findings: readonly FindingReport[];
  /** Null where the card declares nothing. */
  readonly emissions: EmissionsReport | null;
  readonly prediction: ReportedPrediction | null;
  /** Why the card was not read. */
  readonly error?: string;
}

export interface FindingReport extends Pick<ReportedFinding, 'rule' | 'severity' | 'message'> {
  readonly range: Range;
  /** The best fix. */
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  };
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface EmissionsReport {
  /** js-yaml's value. */
  readonly declared: unknown;
  /** The best reading of the declared value; null where there is none. */
  readonly grams: number | null;
  /** The unit as judged. */
  readonly unit: string | null;
  /** Probability of the unit, from 0 to 1. */
  readonly confidence: number;
}

/** The report of a card. */
export function cardReport(checked: CheckedCard): CardReport {
  const { file, card, findings, judgement, prediction, refusal } = checked;
  return {
    file,
    findings: findings.map((finding) => findingReport(card, finding)),
    emissions: emissionsReport(card, judgement),
    prediction: prediction ?? null,
    ...(refusal !== undefined && { error: refusal }),
  };
}

/** Reports as `check --format json` prints them. */
export function reportsAsJson(reports: readonly CardReport[]): string {
  return `${JSON.stringify(reports, null, 2)}\n`;
}

function findingReport({ lines }: Card, finding: ReportedFinding): FindingReport {
  const { rule, severity, message, range, fixes, data } = finding;
  const [fix] = fixes ?? [];
  return {
    rule,
    severity,
    message,
    range: lines.rangeOf(range),
    ...(fix && {
      fix: {
        title: fix.title,
        edits: fix.edits.map((edit) => ({ range: lines.rangeOf(edit.range), newText: edit.newText })),
      },
    }),
    ...(data && { data }),
  };
}

function emissionsReport(card: Card, judgement: Judgement | undefined): EmissionsReport | null {
  if (card.emissions === undefined) return null;
  const declared = card.emissions.amount?.value ?? null;
  if (judgement === undefined) {
    // Nothing is nothing in any unit; a unit is judged of amounts alone.
    const reading = card.emissions.amount && readAmount(card.emissions.amount);
    if (reading?.amount.eq(0) !== true) return { declared, grams: null, unit: null, confidence: 0 };
    return { declared, grams: 0, unit: reading.unit ?? 'g', confidence: 1 };
  }
  return {
    declared,
    grams: judgement.grams.toNumber(),
    unit: judgement.unit,
    confidence: judgement.confidence,
  };
}
