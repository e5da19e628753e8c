import { massRange } from '../prediction/mass-range';
import { formatMass } from '../quantity/format-mass';
import { type Severity, SEVERITIES } from '../rules/rule';
import type { CardReport, FindingReport } from './card-report';
import { grouped } from '../quantity/grouped';

/** One card of the table, as plain data: texts for reading, and the numbers that it is sorted by. */
export interface WorkspaceRow {
  /** The card's path in the workspace. */
  readonly file: string;
  /** The declared value as written; empty where there is none. */
  readonly declared: string;
  /** The unit as judged; empty where nothing could be read. */
  readonly unit: string;
  /** Whether that is another unit than the Hub reads. */
  readonly misread: boolean;
  readonly grams: RowAmount | undefined;
  readonly predicted: RowPrediction | undefined;
  /** How many findings of each severity, the worst first. */
  readonly counts: readonly [error: number, warning: number, information: number, hint: number];
  /** In the order of the text. */
  readonly findings: readonly RowFinding[];
  /** Why the card was not read. */
  readonly error?: string;
}

export interface RowAmount {
  readonly grams: number;
  readonly text: string;
}

export interface RowPrediction extends RowAmount {
  /** "0.26 g to 97 g". */
  readonly interval: string;
}

export interface RowFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** From 1, as editors show it. */
  readonly line: number;
}

/** Longer than any number with its unit; what is longer is cut. */
const LONGEST_DECLARED = 60;

/**
 * The row of a card.
 *
 * @param written the declared value as it stands in the card
 */
export function workspaceRow(report: CardReport, written: string | undefined): WorkspaceRow {
  const { file, findings, emissions, prediction, error } = report;
  return {
    file,
    declared: shortened(written ?? ''),
    unit: emissions?.unit ?? '',
    misread: findings.some(({ rule }) => rule === 'emissions-kilograms' || rule === 'emissions-unit'),
    grams: amountOf(emissions?.grams ?? undefined),
    predicted: prediction
      ? {
          grams: prediction.grams,
          text: formatMass(prediction.grams),
          interval: massRange(prediction.low, prediction.high),
        }
      : undefined,
    counts: severityCounts(findings),
    findings: findings.map(({ rule, severity, message, range }) => ({
      rule,
      severity,
      message,
      line: range.start.line + 1,
    })),
    ...(error !== undefined && { error }),
  };
}

/** How many findings there are of each severity, the worst first. */
export function severityCounts(findings: readonly Pick<FindingReport, 'severity'>[]): WorkspaceRow['counts'] {
  const count = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  const [error, warning, information, hint] = SEVERITIES;
  return [count(error), count(warning), count(information), count(hint)];
}

/** More digits than elsewhere: the value is compared with what stands in the file. */
function amountOf(grams: number | undefined): RowAmount | undefined {
  if (grams === undefined) return undefined;
  return { grams, text: grouped(grams, { maximumSignificantDigits: 6 }) };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_DECLARED ? `${line.slice(0, LONGEST_DECLARED)}…` : line;
}
