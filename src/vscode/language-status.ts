import * as vscode from 'vscode';
import { isCardFile, MARKDOWN } from './card-files';
import type { Cards } from './cards';
import { PREDICT_EMISSIONS, SHOW_MODEL } from './commands/ids';
import { loadCore } from './core';
import { filePattern } from './file-pattern';
import type { Models } from './models/models';
import type { Predictions } from './predictions';

/** In the status bar's `{}`: what the card declares, and which model predicts. Shown on model cards only. */
export class LanguageStatus implements vscode.Disposable {
  readonly #card = vscode.languages.createLanguageStatusItem('modelCardCo2.card', MARKDOWN);
  readonly #model = vscode.languages.createLanguageStatusItem('modelCardCo2.model', MARKDOWN);
  readonly #subscriptions: vscode.Disposable[];

  constructor(
    private readonly cards: Cards,
    private readonly predictions: Predictions,
    private readonly models: Models,
  ) {
    this.#card.name = vscode.l10n.t('Model card');
    this.#card.command = { command: PREDICT_EMISSIONS, title: vscode.l10n.t('Predict emissions') };
    this.#model.name = vscode.l10n.t('Emissions model');
    this.#model.command = { command: SHOW_MODEL, title: vscode.l10n.t('Show') };
    this.#subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => void this.#refresh()),
      // A document that becomes another language's is opened anew.
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (document === vscode.window.activeTextEditor?.document) void this.#refresh();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) void this.#refresh();
      }),
      predictions.onDidChange(() => void this.#refresh()),
      models.onDidChange(() => void this.#refresh()),
    ];
    void this.#refresh();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#card.dispose();
    this.#model.dispose();
  }

  async #refresh(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !isCardFile(document)) {
      this.#showOn([]);
      return;
    }
    const { version } = document;
    const { kind } = await this.cards.read(document);
    const { findings, judgement } = await this.cards.check(document, this.predictions.of(document));
    const { formatMass } = await loadCore();
    const { model, problem } = await this.models.inUse();
    if (document !== vscode.window.activeTextEditor?.document || document.version !== version) return;
    if (kind !== 'model') {
      this.#showOn([]);
      return;
    }
    const wrong = findings.some(({ severity }) => severity === 'error' || severity === 'warning');
    this.#card.text = judgement
      ? judgement.suspicious
        ? vscode.l10n.t('{0} looks like {1}', judgement.printed, formatMass(judgement.grams.toNumber()))
        : vscode.l10n.t('{0} {1} CO₂eq declared', judgement.printed, judgement.statedUnit ?? 'g')
      : vscode.l10n.t('No emissions declared');
    this.#card.detail = detailOf(wrong ? findings.length : 0);
    this.#card.severity = wrong
      ? vscode.LanguageStatusSeverity.Warning
      : vscode.LanguageStatusSeverity.Information;
    this.#model.text = model.title;
    this.#model.detail = problem ?? vscode.l10n.t('predicts emissions');
    this.#model.severity =
      problem === undefined
        ? vscode.LanguageStatusSeverity.Information
        : vscode.LanguageStatusSeverity.Warning;
    this.#showOn(selectorOf(document));
  }

  #showOn(selector: vscode.DocumentSelector): void {
    this.#card.selector = selector;
    this.#model.selector = selector;
  }
}

/** This document only: other Markdown files are no model cards. */
function selectorOf({ uri }: vscode.TextDocument): vscode.DocumentSelector {
  if (uri.scheme === 'untitled') return { language: 'markdown', scheme: uri.scheme };
  return { scheme: uri.scheme, pattern: filePattern(uri) };
}

function detailOf(findings: number): string {
  if (findings === 0) return vscode.l10n.t('model card');
  return findings === 1
    ? vscode.l10n.t('model card, 1 finding')
    : vscode.l10n.t('model card, {0} findings', findings);
}
