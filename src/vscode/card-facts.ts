import type * as vscode from 'vscode';
import type { CardFacts } from '../core';

/** Where the features learn what is known of a card beyond its text. */
export interface CardFactsSource {
  /** What is known now, without waiting. */
  of(document: vscode.TextDocument): CardFacts;
  /** Fires with the card about which more is known, or with nothing where that may be any. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;
}
