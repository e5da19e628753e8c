import type * as vscode from 'vscode';
import type { Card, CardFacts, CheckResult } from '../core';
import { loadCore } from './core';
import { projectConfigsRead } from './project-configs';
import { readSettings } from './settings';
import { relativePath } from './relative-path';

interface Reading {
  readonly version: number;
  readonly card: Card;
}

/** Reads each version of a document once, for every feature that asks. */
export class Cards {
  readonly #readings = new WeakMap<vscode.TextDocument, Reading>();

  /** The card of the document's present version. */
  async read(document: vscode.TextDocument): Promise<Card> {
    const { readCard } = await loadCore();
    const known = this.#readings.get(document);
    if (known?.version === document.version) return known.card;
    const card = readCard(document.getText());
    this.#readings.set(document, { version: document.version, card });
    return card;
  }

  /** The findings of the document's present version under its settings. */
  async check(document: vscode.TextDocument, facts: CardFacts): Promise<CheckResult> {
    const { checkCard } = await loadCore();
    await projectConfigsRead();
    const card = await this.read(document);
    const { severities } = readSettings(document.uri);
    return checkCard(card, { severities, facts, path: relativePath(document.uri) });
  }
}
