import * as vscode from 'vscode';
import { OUTCOME_FILES, readOutcome, type RefitOutcome } from '../../core/refit/panel-outcome';
import { RefitError } from '../../core/refit/refit-error';
import type { OutcomeTexts } from '../../core/refit/outcome-texts';

/**
 * Writes the files of an outcome. Its summary comes last, and a folder without one holds no outcome: it is there as a
 * whole or not at all.
 *
 * @throws {RefitError} with a sentence for the user; nothing is left then
 */
export async function writeOutcome(folder: vscode.Uri, texts: OutcomeTexts['texts']): Promise<void> {
  const encoder = new TextEncoder();
  const write = async (path: string, text: string): Promise<void> =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), encoder.encode(text));
  try {
    const others = [...texts].filter(([path]) => path !== OUTCOME_FILES.outcome);
    await Promise.all(others.map(([path, text]) => write(path, text)));
    await write(OUTCOME_FILES.outcome, texts.get(OUTCOME_FILES.outcome) ?? '');
  } catch (error) {
    await removeOutcome(folder);
    const reason = error instanceof Error ? error.message : String(error);
    throw new RefitError(vscode.l10n.t('The result cannot be kept: {0}', reason));
  }
}

/** Removes an outcome, or what there is of one. */
export async function removeOutcome(folder: vscode.Uri): Promise<void> {
  const options = { recursive: true, useTrash: false };
  await vscode.workspace.fs.delete(folder, options).then(undefined, () => undefined);
}

/** The outcome in a folder; undefined where there is none, or one that another version wrote. */
export async function readOutcomeIn(folder: vscode.Uri): Promise<RefitOutcome | undefined> {
  const file = vscode.Uri.joinPath(folder, OUTCOME_FILES.outcome);
  return vscode.workspace.fs.readFile(file).then(
    (bytes) => readOutcome(new TextDecoder().decode(bytes)),
    () => undefined,
  );
}
