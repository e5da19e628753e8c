import * as vscode from 'vscode';

/**
 * Copies a file as a whole or not at all: to a temporary one beside the target, which then takes its name.
 *
 * @throws Error with a sentence for the user
 */
export async function copyWhole(source: vscode.Uri, target: vscode.Uri): Promise<void> {
  await throughTemporary(target, (temporary) =>
    vscode.workspace.fs.copy(source, temporary, { overwrite: true }),
  );
}

/** Writes a text the same way. @throws Error with a sentence for the user */
export async function writeWhole(text: string, target: vscode.Uri): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  await throughTemporary(target, (temporary) => vscode.workspace.fs.writeFile(temporary, bytes));
}

async function throughTemporary(
  target: vscode.Uri,
  write: (temporary: vscode.Uri) => Thenable<void>,
): Promise<void> {
  requireTrusted(target);
  const temporary = target.with({ path: `${target.path}.part` });
  const remove = (): Thenable<void> =>
    vscode.workspace.fs.delete(temporary, { useTrash: false }).then(undefined, () => undefined);
  // A link that a stranger has put there would lead what is written elsewhere.
  await remove();
  try {
    await write(temporary);
    await vscode.workspace.fs.rename(temporary, target, { overwrite: true });
  } catch (error) {
    await remove();
    const reason = error instanceof Error ? error.message.replace(/(?<!\.)\.+$/, '') : String(error);
    const message = vscode.l10n.t('{0} cannot be written: {1}.', target.fsPath, reason);
    throw new Error(message, { cause: error });
  }
}

/** In Restricted Mode nothing is written into the folders of the workspace. */
function requireTrusted(target: vscode.Uri): void {
  if (!vscode.workspace.isTrusted && vscode.workspace.getWorkspaceFolder(target) !== undefined) {
    throw new Error(
      vscode.l10n.t(
        'In Restricted Mode nothing is written into this workspace. Trust it, or choose a place outside of it.',
      ),
    );
  }
}
