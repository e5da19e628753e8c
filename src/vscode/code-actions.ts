import * as vscode from 'vscode';
import type { Fix, ReportedFinding } from '../core';
import type { CardFactsSource } from './card-facts';
import { isCardFile } from './card-files';
import type { Cards } from './cards';
import { loadCore } from './core';
import { DIAGNOSTIC_SOURCE } from './diagnostic-source';
import { toRange, toTextEdits } from './ranges';
import { readSettings } from './settings';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('modelCardCo2');

/** Quick fixes of the findings at the cursor, the comment that silences them, and fix-all for saving. */
export class CodeActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
  };

  constructor(
    private readonly cards: Cards,
    private readonly facts: CardFactsSource,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    if (!isCardFile(document)) return [];
    const { version } = document;
    const { findings } = await this.cards.check(document, this.facts.of(document));
    const card = await this.cards.read(document);
    const { fixAllEdits, ignoreFix } = await loadCore();
    if (document.version !== version) return [];
    if (
      context.only &&
      FIX_ALL.intersects(context.only) &&
      !context.only.contains(vscode.CodeActionKind.QuickFix)
    ) {
      const edits = fixAllEdits(findings, readSettings(document.uri).fixAllIncludesJudgements);
      return edits.length === 0 ? [] : [fixAllAction(document, toTextEdits(document, edits))];
    }
    const here = findings.filter(
      (finding) => toRange(document, finding.range).intersection(range) !== undefined,
    );
    const fixes = here.flatMap((finding) => quickFixes(document, finding, context));
    const silences = here.flatMap((finding) => {
      const fix = ignoreFix(card, finding.rule, finding.range);
      return fix ? [quickFix(document, fix, finding, context)] : [];
    });
    return [...fixes, ...silences];
  }
}

function quickFixes(
  document: vscode.TextDocument,
  finding: ReportedFinding,
  context: vscode.CodeActionContext,
): vscode.CodeAction[] {
  return (finding.fixes ?? []).map((fix, index) => {
    const action = quickFix(document, fix, finding, context);
    // The keyboard's "auto fix" takes the preferred one: only where there is no choice to make.
    action.isPreferred = index === 0 && finding.fixes?.length === 1;
    return action;
  });
}

function quickFix(
  document: vscode.TextDocument,
  fix: Fix,
  finding: ReportedFinding,
  context: vscode.CodeActionContext,
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, toTextEdits(document, fix.edits));
  action.diagnostics = context.diagnostics.filter(
    ({ source, message }) => source === DIAGNOSTIC_SOURCE && message === finding.message,
  );
  return action;
}

function fixAllAction(document: vscode.TextDocument, edits: vscode.TextEdit[]): vscode.CodeAction {
  const action = new vscode.CodeAction(vscode.l10n.t('Fix all in this model card'), FIX_ALL);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, edits);
  return action;
}
