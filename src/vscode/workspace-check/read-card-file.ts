import * as vscode from 'vscode';
import type { Card } from '../../core';
import type { Cards } from '../cards';
import { loadCore } from '../core';
import { readCardBytes } from '../read-card-bytes';

/**
 * Reads a file as a card without opening it in the editor, which would fill the list of problems; one that is open is
 * read as it stands there, saved or not. What cannot be read is a card with a refusal: never throws.
 */
export async function readCardFile(uri: vscode.Uri, cards: Cards): Promise<Card> {
  const address = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === address);
  if (open) return cards.read(open);
  const { readCard, refusedCard } = await loadCore();
  try {
    const text = decoded(await readCardBytes(uri));
    if (text !== undefined) return readCard(text);
    return refusedCard(
      '',
      vscode.l10n.t('This file is not UTF-8 text. Save it as UTF-8, which is all the Hub reads.'),
    );
  } catch (error) {
    return refusedCard('', error instanceof Error ? error.message : String(error));
  }
}

/** The text as the editor would have it, without a byte order mark; undefined where the bytes are not UTF-8. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
