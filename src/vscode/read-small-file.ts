import * as vscode from 'vscode';

/** Why a file was not read, as a sentence. */
export class UnreadFileError extends Error {
  override readonly name = 'UnreadFileError';
}

/**
 * Reads a file that should be small. What is no file is refused before it is opened: a pipe or a device may never end.
 *
 * @param refuse throws where a file of so many bytes is too large
 * @throws UnreadFileError, or what `refuse` throws
 */
export async function readSmallFile(uri: vscode.Uri, refuse: (bytes: number) => void): Promise<Uint8Array> {
  const { size, type } = await accessed(vscode.workspace.fs.stat(uri));
  if ((type & vscode.FileType.File) === 0)
    throw new UnreadFileError(
      vscode.l10n.t('This is no file, but a folder, a pipe, a device, or a link to nothing.'),
    );
  refuse(size);
  return accessed(vscode.workspace.fs.readFile(uri));
}

async function accessed<T>(access: Thenable<T>): Promise<T> {
  try {
    return await access;
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    throw new UnreadFileError(
      error.code === 'FileNotFound'
        ? vscode.l10n.t('This file is not there.')
        : vscode.l10n.t('This file cannot be read ({0}).', error.code),
    );
  }
}
