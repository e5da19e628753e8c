import type * as vscode from 'vscode';
import type { Card, CardFacts, CheckResult } from '../core';
import { loadCore } from './core';
import { projectConfigsRead } from './project-configs';
import { readSettings } from './settings';
import { relativePath } from './relative-path';

interface Reading {
  readonly version: number;
  readonly card: Card;
  check?: Check;
}

/** A check, with what it rests on beside the card. */
interface Check {
  readonly facts: CardFacts;
  /** As JSON, since VS Code makes new objects of them each time. */
  readonly settings: string;
  readonly result: CheckResult;
}

/** Reads and checks each version of a document once, for every feature that asks. */
export class Cards {
  readonly #readings = new WeakMap<vscode.TextDocument, Reading>();

  /** The card of the document's present version. */
  async read(document: vscode.TextDocument): Promise<Card> {
    return (await this.#read(document)).card;
  }

  /**
   * The findings of the document's present version under its settings.
   *
   * @param facts the same object for as long as nothing else is known
   */
  async check(document: vscode.TextDocument, facts: CardFacts): Promise<CheckResult> {
    const { checkCard } = await loadCore();
    await projectConfigsRead();
    const reading = await this.#read(document);
    const { severities } = readSettings(document.uri);
    const path = relativePath(document.uri);
    const settings = JSON.stringify([severities, path]);
    const known = reading.check;
    if (known?.facts === facts && known.settings === settings) return known.result;
    const result = checkCard(reading.card, { severities, facts, path });
    reading.check = { facts, settings, result };
    return result;
  }

  async #read(document: vscode.TextDocument): Promise<Reading> {
    const { readCard } = await loadCore();
    const known = this.#readings.get(document);
    if (known?.version === document.version) return known;
    const reading = { version: document.version, card: readCard(document.getText()) };
    this.#readings.set(document, reading);
    return reading;
  }
}
