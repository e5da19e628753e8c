import { type CsvCell, csvText } from '../refit/report/csv';
import type { CardReport } from './card-report';
import { severityCounts } from './workspace-row';

const HEADER = [
  'file',
  'declared',
  'unit',
  'confidence',
  'grams',
  'predicted_grams',
  'predicted_low',
  'predicted_high',
  'errors',
  'warnings',
  'information',
  'hints',
  'rules',
  'not_read',
];

/** Reports as a table, a card a line; what spreadsheets would take for a formula is made harmless. */
export function reportsAsCsv(reports: readonly CardReport[]): string {
  return csvText(HEADER, reports.map(csvRow));
}

function csvRow({ file, findings, emissions, prediction, error }: CardReport): CsvCell[] {
  return [
    file,
    declaredCell(emissions?.declared),
    emissions?.unit ?? null,
    emissions && emissions.unit !== null ? Number(emissions.confidence.toFixed(4)) : null,
    emissions?.grams ?? null,
    prediction?.grams ?? null,
    prediction?.low ?? null,
    prediction?.high ?? null,
    ...severityCounts(findings),
    [...new Set(findings.map(({ rule }) => rule))].join(' '),
    error ?? null,
  ];
}

function declaredCell(declared: unknown): CsvCell {
  return typeof declared === 'string' || typeof declared === 'number' ? declared : null;
}
