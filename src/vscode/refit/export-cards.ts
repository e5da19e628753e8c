import * as vscode from 'vscode';
import type { ExportedCard } from '../../core';
import { loadCore } from '../core';
import type { Predictions } from '../predictions';
import { findCardFiles, readWorkspaceCard } from '../workspace-cards';
import { writeWhole } from './whole-file';
import { REFIT_MODEL } from '../commands/ids';

const title = (): string => vscode.l10n.t('Export cards of this workspace');
const MOST_CARDS = 10_000;

/** Writes the model cards of the workspace as a dataset export; asks where to, unless that is given. */
export async function exportCards(predictions: Predictions, given: vscode.Uri | undefined): Promise<void> {
  const cards = await gatherCards(predictions);
  if (cards === undefined) return;
  if (cards.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This workspace has no model card: no README.md with the metadata of a model.'),
    );
    return;
  }
  const unknownLikes = await askLikes(cards);
  if (unknownLikes === undefined) return;
  const target = given ?? (await askTarget());
  if (target === undefined) return;
  const { cardsExport } = await loadCore();
  try {
    await writeWhole(cardsExport(cards, unknownLikes.value), target);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return;
  }
  await offerRefit(cards.length, target);
}

async function gatherCards(predictions: Predictions): Promise<ExportedCard[] | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Reading the cards of this workspace'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token) => {
    const cards: ExportedCard[] = [];
    const files = await findCardFiles(MOST_CARDS);
    for (const [at, file] of files.entries()) {
      if (token.isCancellationRequested) return undefined;
      const message =
        files.length === 1
          ? vscode.l10n.t('1 file')
          : vscode.l10n.t('{0} of {1} files', at + 1, files.length);
      progress.report({ message, increment: 100 / files.length });
      const found = await readWorkspaceCard(file);
      if (found === undefined) continue;
      const { prediction, repository } = await predictions.ofCard(found.uri, found.card);
      const name = vscode.workspace.asRelativePath(vscode.Uri.joinPath(file, '..')).replaceAll('\\', '/');
      cards.push({ name, card: found.card, gathered: prediction, ...(repository && { repository }) });
    }
    return cards;
  });
}

/** Likes live on the Hub; what stands for those that nobody knows is the user's to say. */
async function askLikes(cards: readonly ExportedCard[]): Promise<{ value: 0 | null } | undefined> {
  const { lacksLikes } = await loadCore();
  const without = cards.filter(lacksLikes).length;
  if (without === 0) return { value: null };
  const items = [
    {
      label: vscode.l10n.t('Write 0'),
      detail: vscode.l10n.t('As for models that nobody has liked yet'),
      value: 0 as const,
    },
    {
      label: vscode.l10n.t('Leave them empty'),
      detail: vscode.l10n.t('A refit skips these rows'),
      value: null,
    },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: title(),
    placeHolder:
      cards.length === 1
        ? vscode.l10n.t('The likes of the model are not known')
        : vscode.l10n.t('The likes of {0} of {1} models are not known', without, cards.length),
    ignoreFocusOut: true,
  });
  return picked;
}

function askTarget(): Thenable<vscode.Uri | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.window.showSaveDialog({
    title: title(),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, 'model-cards.csv') }),
    filters: { CSV: ['csv'] },
  });
}

async function offerRefit(count: number, target: vscode.Uri): Promise<void> {
  const name = vscode.workspace.asRelativePath(target);
  const refit = vscode.l10n.t('Refit From It');
  const written =
    count === 1
      ? vscode.l10n.t('1 card was written to {0}. What nobody knows is left empty.', name)
      : vscode.l10n.t('{0} cards were written to {1}. What nobody knows is left empty.', count, name);
  const answer = await vscode.window.showInformationMessage(written, refit);
  if (answer === refit) await vscode.commands.executeCommand(REFIT_MODEL, target);
}
