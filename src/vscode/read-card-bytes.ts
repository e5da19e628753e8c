import * as vscode from 'vscode';
import { loadCore } from './core';
import { readSmallFile, UnreadFileError } from './read-small-file';

/** The bytes of a card that is not open. Throws {@link UnreadFileError} where it is too large, no file, or not readable. */
export async function readCardBytes(uri: vscode.Uri): Promise<Uint8Array> {
  const { MAX_CARD_LENGTH } = await loadCore();
  return readSmallFile(uri, (bytes) => {
    if (bytes > MAX_CARD_LENGTH)
      throw new UnreadFileError(
        vscode.l10n.t('This file has {0} MB, too much for a model card.', Math.round(bytes / 1024 / 1024)),
      );
  });
}
