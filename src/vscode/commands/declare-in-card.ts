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
    void vscode.window.showInformationMessage('The card says so already.');
    return false;
  }
  if (result.replaced.length > 0 && !(await mayReplace(question, result.replaced))) return false;
  if (document.version !== version) {
    void vscode.window.showErrorMessage('The card changed in the meantime. Please try again.');
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, toTextEdits(document, result.edits));
  return vscode.workspace.applyEdit(edit);
}

async function mayReplace(question: string, replaced: readonly Replacement[]): Promise<boolean> {
  const detail = replaced.map(({ key, before, after }) => `${key}: ${before} becomes ${after}`).join('\n');
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, 'Replace');
  return answer === 'Replace';
}
