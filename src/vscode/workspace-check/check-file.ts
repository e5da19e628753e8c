import * as vscode from 'vscode';
import type { BulkFix, Card, CardReport, CheckResult, ReportedPrediction, TextRange } from '../../core';
import type { Cards } from '../cards';
import { loadCore } from '../core';
import type { Predictions } from '../predictions';
import { relativePath } from '../relative-path';
import { readSettings } from '../settings';
import { readCardFile } from './read-card-file';

/** What a check works with. */
export interface CheckServices {
  readonly cards: Cards;
  readonly predictions: Predictions;
}

/** What is kept of a model card once it is checked: not its text. */
export interface CheckedFile {
  readonly uri: vscode.Uri;
  readonly report: CardReport;
  /** The declared value as it stands in the card. */
  readonly written: string | undefined;
  /** Where to go to see what the card declares, or what is wrong with it. */
  readonly place: vscode.Range;
  /** The kinds of fixes that there are for it. */
  readonly fixes: readonly BulkFix[];
}

/** Why a file is not in the table. */
export type LeftOut = 'dataset' | 'space' | 'plain';

const BULK_FIXES: readonly BulkFix[] = ['safe', 'kilograms'];

/** Checks one file under its settings. @returns why it is left out, where it is no model card */
export async function checkFile(uri: vscode.Uri, services: CheckServices): Promise<CheckedFile | LeftOut> {
  const { bulkEdits, cardReport } = await loadCore();
  const card = await readCardFile(uri, services.cards);
  if (card.kind !== 'model') return card.kind;
  const { result, prediction } = await examine(uri, card, services);
  const isPlain =
    card.refusal === undefined && card.frontMatter === undefined && result.findings.length === 0;
  if (isPlain) return 'plain';
  const { refusal } = card;
  const { findings, judgement } = result;
  const file = vscode.workspace.asRelativePath(uri).replaceAll('\\', '/');
  const kept = {
    report: cardReport({ file, card, findings, judgement, prediction, refusal }),
    written: card.emissions?.amount?.source,
    fixes: BULK_FIXES.filter((kind) => bulkEdits(findings, kind).length > 0),
  };
  const place = card.emissions?.amount?.range ?? card.emissions?.keyRange ?? findings[0]?.range;
  // A part of a text keeps the whole text in memory; a clone does not.
  return { uri, place: rangeIn(card, place ?? { start: 0, end: 0 }), ...structuredClone(kept) };
}

/** The edits of one kind as they apply to the file now. */
export async function bulkTextEdits(
  uri: vscode.Uri,
  kind: BulkFix,
  services: CheckServices,
): Promise<vscode.TextEdit[]> {
  const { bulkEdits } = await loadCore();
  const card = await readCardFile(uri, services.cards);
  const { result } = await examine(uri, card, services);
  return bulkEdits(result.findings, kind).map(({ range, newText }) =>
    vscode.TextEdit.replace(rangeIn(card, range), newText),
  );
}

interface Examination {
  readonly result: CheckResult;
  readonly prediction: ReportedPrediction | undefined;
}

async function examine(uri: vscode.Uri, card: Card, { predictions }: CheckServices): Promise<Examination> {
  const { checkCard } = await loadCore();
  if (card.refusal !== undefined) return { result: checkCard(card), prediction: undefined };
  const { facts, prediction } = await predictions.ofCard(uri, card);
  const { severities } = readSettings(uri);
  const predicted = prediction.prediction;
  return {
    result: checkCard(card, { severities, facts, path: relativePath(uri) }),
    prediction: predicted && {
      grams: predicted.grams,
      low: predicted.interval.low,
      high: predicted.interval.high,
    },
  };
}

function rangeIn(card: Card, range: TextRange): vscode.Range {
  const { start, end } = card.lines.rangeOf(range);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
