import * as vscode from 'vscode';
import type { BulkFix } from '../../core';
import { type CheckedFile, bulkTextEdits, type CheckServices } from './check-file';

/** What the fixes are called in the preview. */
function labelOf(kind: BulkFix): string {
  switch (kind) {
    case 'safe':
      return vscode.l10n.t('Safe fixes of model cards');
    case 'kilograms':
      return vscode.l10n.t('Kilograms to grams, as the Hub reads them');
  }
}

/** What the user is told while the preview is open. */
export function previewWords(kind: BulkFix): string {
  switch (kind) {
    case 'safe':
      return vscode.l10n.t('Look through the changes in the Refactor Preview below, then apply them.');
    case 'kilograms':
      return vscode.l10n.t(
        'Each of these is a judgement: tick what is right in the Refactor Preview below, then apply it.',
      );
  }
}

/**
 * Opens the preview of one kind of fixes for all cards that have them: safe ones are ticked there, judgements wait for
 * the user to tick them. The cards are read anew, for they may have changed since the table was made.
 *
 * @returns whether something was applied
 */
export async function fixFiles(
  kind: BulkFix,
  files: readonly CheckedFile[],
  services: CheckServices,
): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const metadata = { label: labelOf(kind), needsConfirmation: kind !== 'safe' };
  for (const { uri, fixes } of files) {
    if (!fixes.includes(kind)) continue;
    const edits = await bulkTextEdits(uri, kind, services);
    for (const { range, newText } of edits) edit.replace(uri, range, newText, metadata);
  }
  const [first] = edit.entries();
  if (first === undefined) return false;
  // VS Code previews where something needs confirmation, and leaves that unticked. A file that is there already is not
  // created and not listed, so that this opens the preview and nothing else.
  const opensPreview = { label: labelOf(kind), needsConfirmation: true };
  if (kind === 'safe') edit.createFile(first[0], { ignoreIfExists: true }, opensPreview);
  return vscode.workspace.applyEdit(edit, { isRefactoring: true });
}
