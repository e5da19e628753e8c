import * as vscode from 'vscode';
import type { BulkFix } from '../../core';
import { type CheckedFile, bulkTextEdits, type CheckServices } from './check-file';

/** What the fixes are called in the preview; what goes by one name can be ticked at once there. */
const LABELS: Readonly<Record<BulkFix, string>> = {
  safe: 'Safe fixes of model cards',
  kilograms: 'Kilograms to grams, as the Hub reads them',
};

/**
 * Opens the preview of one kind of fixes for all cards that have them. The cards are read anew: they may have changed
 * since the table was made.
 *
 * @returns whether something was applied
 */
export async function fixFiles(
  kind: BulkFix,
  files: readonly CheckedFile[],
  services: CheckServices,
): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const metadata = { label: LABELS[kind], needsConfirmation: true };
  for (const { uri, fixes } of files) {
    if (!fixes.includes(kind)) continue;
    const edits = await bulkTextEdits(uri, kind, services);
    for (const { range, newText } of edits) edit.replace(uri, range, newText, metadata);
  }
  if (edit.size === 0) return false;
  return vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
