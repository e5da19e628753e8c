import * as vscode from 'vscode';
import type { Declaration, Replacement } from '../../core';
import { loadCore } from '../core';
import { toTextEdits } from '../ranges';

/**
 * Writes values below `co2_eq_emissions`. Where the card declares others, it shows what gives way and asks first.
 *
 * @returns whether the card was edited
 */
export async function declareInCard(
  document: vscode.TextDocument,
  declaration: Declaration,
  question: string,
): Promise<boolean> {
  const { declareEmissions, readCard } = await loadCore();
  const { version } = document;
  const result = declareEmissions(readCard(document.getText()), declaration);
  if ('refusal' in result) {
    void vscode.window.showErrorMessage(result.refusal);
    return false;
  }
  if (result.edits.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The card says so already.'));
    return false;
  }
  if (result.replaced.length > 0 && !(await mayReplace(question, result.replaced))) return false;
  if (document.version !== version) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The card changed in the meantime. Please try again.'));
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, toTextEdits(document, result.edits));
  return vscode.workspace.applyEdit(edit);
}

async function mayReplace(question: string, replaced: readonly Replacement[]): Promise<boolean> {
  const detail = replaced
    .map(({ key, before, after }) => vscode.l10n.t('{0}: {1} becomes {2}', key, before, after))
    .join('\n');
  const replace = vscode.l10n.t('Replace');
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, replace);
  return answer === replace;
}
