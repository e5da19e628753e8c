import * as vscode from 'vscode';
import type { Cards } from './cards';
import { loadCore } from './core';
import type { Language } from './language';
import { toHover } from './lsp';
import type { Predictions } from './predictions';
import { toRange } from './ranges';

/** What a key means; on the declared emissions, how they read and compare. */
export class Hover implements vscode.HoverProvider {
  constructor(
    private readonly cards: Cards,
    private readonly predictions: Predictions,
    private readonly language: Language,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const place = await this.language.at(document, position);
    if (place === undefined) return undefined;
    const amount = (await this.cards.read(document)).emissions?.amount;
    if (amount !== undefined && toRange(document, amount.range).contains(position)) {
      return this.#emissionsHover(document, toRange(document, amount.range));
    }
    const hover = await place.service.hover(place.document, position);
    return hover && toHover(hover);
  }

  async #emissionsHover(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.Hover> {
    const { emissionsHover } = await loadCore();
    const card = await this.cards.read(document);
    const { judgement } = await this.cards.check(document, this.predictions.of(document));
    const prediction = await this.predictions.for(document);
    return new vscode.Hover(
      new vscode.MarkdownString(emissionsHover(card, judgement, prediction.prediction)),
      range,
    );
  }
}
