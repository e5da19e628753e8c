import * as vscode from 'vscode';
import { isCardFile } from '../card-files';
import { findCardFiles, readWorkspaceCard } from '../workspace-cards';

const MOST_CARDS = 500;

/**
 * The card that a command is about: the one given, the active one, the one beside it, else one that the user picks.
 *
 * @returns undefined where nothing was picked, or no card is there (which is then said).
 */
export async function chooseCard(given: unknown, title: string): Promise<vscode.Uri | undefined> {
  if (given instanceof vscode.Uri) return given;
  const active = vscode.window.activeTextEditor;
  if (active && isCardFile(active.document)) return active.document.uri;
  const visible = vscode.window.visibleTextEditors.filter(({ document }) => isCardFile(document));
  if (visible.length === 1) return visible[0]?.document.uri;
  return pickCard(title);
}

async function pickCard(title: string): Promise<vscode.Uri | undefined> {
  const files = await findCardFiles(MOST_CARDS);
  const cards = await Promise.all(files.map(readWorkspaceCard));
  const found = cards.flatMap((card) => card?.uri ?? []);
  if (found.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No model card is open, and none is in this workspace. Open a README.md with metadata.'),
    );
    return undefined;
  }
  if (found.length === 1) return found[0];
  const items = found
    .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Which model card?'),
  });
  return picked?.uri;
}
