import * as vscode from 'vscode';
import type { Card, GatheredPredictors, Judgement, PanelCardResult, WhatIf } from '../../core';
import { filePattern } from '../file-pattern';
import { relativePath } from '../relative-path';

/** What was read of a card the last time that it could be read. */
export interface KnownCard {
  readonly card: Card;
  readonly gathered: GatheredPredictors;
  readonly judgement: Judgement | undefined;
}

/** The card that a panel shows: where it is, what was typed for it, and what was last known of it. */
export class ShownCard implements vscode.Disposable {
  readonly #watcher: vscode.FileSystemWatcher;
  #deleted = false;

  /** What the author typed in the panel in place of the card's values. */
  whatIf: WhatIf = {};
  known: KnownCard | undefined;
  /** What the panel shows of it. */
  result: PanelCardResult | undefined;

  constructor(
    readonly uri: vscode.Uri,
    onDidChange: () => void,
  ) {
    this.#watcher = vscode.workspace.createFileSystemWatcher(filePattern(uri));
    const become = (deleted: boolean) => () => {
      this.#deleted = deleted;
      onDidChange();
    };
    this.#watcher.onDidDelete(become(true));
    this.#watcher.onDidCreate(become(false));
  }

  dispose(): void {
    this.#watcher.dispose();
  }

  get name(): string {
    return relativePath(this.uri);
  }

  /** The card's document, also where no editor shows it; undefined where the card is gone. */
  async document(): Promise<vscode.TextDocument | undefined> {
    if (this.#deleted) return undefined;
    try {
      return await vscode.workspace.openTextDocument(this.uri);
    } catch {
      return undefined;
    }
  }
}
