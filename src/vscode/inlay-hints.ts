import * as vscode from 'vscode';
import { isCardFile } from './card-files';
import type { Cards } from './cards';
import { PREDICT_EMISSIONS } from './commands/ids';
import { loadCore } from './core';
import type { Models } from './models/models';
import type { Predictions } from './predictions';
import { readSettings } from './settings';

/** The predicted emissions, beside the declared ones. */
export class InlayHints implements vscode.InlayHintsProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(
    private readonly cards: Cards,
    private readonly predictions: Predictions,
    private readonly models: Models,
  ) {
    this.#subscription = predictions.onDidChange(() => this.#changed.fire());
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async provideInlayHints(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.InlayHint[]> {
    if (!isCardFile(document) || !readSettings(document.uri).hint) return [];
    const { emissions, kind } = await this.cards.read(document);
    if (emissions === undefined || kind !== 'model') return [];
    const field = emissions.fields.find(({ key }) => key === 'emissions');
    const end = emissions.amount?.range.end ?? field?.keyRange.end ?? emissions.keyRange.end;
    // Behind the colon, where a value will stand.
    const position = document.positionAt(emissions.amount === undefined ? end + 1 : end);
    if (!range.contains(position)) return [];
    const { version } = document;
    const prediction = await this.predictions.for(document);
    const { problem } = await this.models.inUse();
    const { hintOf } = await loadCore();
    if (document.version !== version) return [];
    const { label, tooltip } = hintOf(prediction, problem);
    const part = new vscode.InlayHintLabelPart(label);
    part.tooltip = new vscode.MarkdownString(tooltip);
    part.command = {
      command: PREDICT_EMISSIONS,
      title: vscode.l10n.t('Predict emissions'),
      arguments: [document.uri],
    };
    const hint = new vscode.InlayHint(position, [part]);
    hint.paddingLeft = true;
    return [hint];
  }
}
