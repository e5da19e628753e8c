import * as vscode from 'vscode';
import type { CardReport } from '../../core';
import { loadCore } from '../core';
import { writeWhole } from '../refit/whole-file';

/** Asks where to, and writes the reports there. @returns what was saved, or undefined where the user did not. */
export async function saveCheck(
  kind: 'CSV' | 'JSON',
  reports: readonly CardReport[],
): Promise<string | undefined> {
  const ending = kind.toLowerCase();
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the check of all model cards'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, `model-cards-check.${ending}`) }),
    filters: { [kind]: [ending] },
  });
  if (target === undefined) return undefined;
  const { reportsAsCsv, reportsAsJson } = await loadCore();
  await writeWhole((kind === 'CSV' ? reportsAsCsv : reportsAsJson)(reports), target);
  return vscode.l10n.t('Saved {0}.', vscode.workspace.asRelativePath(target));
}
