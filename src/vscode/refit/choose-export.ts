import * as vscode from 'vscode';
import type { ExportChoice } from '../../core/refit/worker-protocol';
import { nameOfPlace, placeOf } from '../places';
import type { RefitStorage } from './refit-storage';

const title = (): string => vscode.l10n.t('Refit emissions model');

/** Kinds of files that refit reads, for the dialogue. */
const filters = (): Record<string, string[]> => ({
  [vscode.l10n.t('Dataset exports')]: ['csv', 'tsv', 'tab', 'json', 'jsonl', 'ndjson', 'parquet', 'pq', 'gz'],
  [vscode.l10n.t('All files')]: ['*'],
});

/** What the user wants: an export to refit, or the report that is there. */
export type ExportPick =
  { readonly kind: 'export'; readonly choice: ExportChoice } | { readonly kind: 'report' } | undefined;

interface PickItem extends vscode.QuickPickItem {
  pick?(): Promise<ExportPick> | ExportPick;
}

/** Asks for an export: a file, a folder, or one that was used before. */
export async function chooseExport(storage: RefitStorage, docs: vscode.Uri): Promise<ExportPick> {
  const report: PickItem = {
    label: `$(graph) ${vscode.l10n.t('Show the last report')}`,
    description: vscode.l10n.t('of the refit in this workspace'),
    pick: () => ({ kind: 'report' }),
  };
  const recent = storage.recent.map((choice) => recentItem(choice));
  const items: PickItem[] = [
    ...(storage.finished ? [report] : []),
    {
      label: `$(file) ${vscode.l10n.t('Choose a file…')}`,
      detail: vscode.l10n.t('CSV, TSV, JSON, JSON lines or Parquet'),
      pick: openFile,
    },
    {
      label: `$(folder) ${vscode.l10n.t('Choose a folder…')}`,
      detail: vscode.l10n.t('All data files in it, as one export'),
      pick: openFolder,
    },
    {
      label: `$(question) ${vscode.l10n.t('How to make an export')}`,
      pick: async () => {
        await vscode.commands.executeCommand('markdown.showPreview', docs);
        return undefined;
      },
    },
    ...(recent.length > 0
      ? [{ label: vscode.l10n.t('Recent'), kind: vscode.QuickPickItemKind.Separator }]
      : []),
    ...recent,
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: title(),
    placeHolder: vscode.l10n.t('The dataset export to fit the model to'),
    matchOnDescription: true,
  });
  return picked?.pick?.();
}

function recentItem(choice: ExportChoice): PickItem {
  const [first = ''] = choice.paths;
  const mapped = choice.overrides.map(({ column, field }) => vscode.l10n.t('{0} from “{1}”', field, column));
  return {
    label: `$(history) ${nameOf(choice)}`,
    description: first,
    ...(mapped.length > 0 && { detail: mapped.join(', ') }),
    pick: () => ({ kind: 'export', choice }),
  };
}

async function openFile(): Promise<ExportPick> {
  const files = await vscode.window.showOpenDialog({
    title: title(),
    openLabel: vscode.l10n.t('Refit'),
    canSelectMany: true,
    filters: filters(),
  });
  return exportOf(files);
}

async function openFolder(): Promise<ExportPick> {
  const folders = await vscode.window.showOpenDialog({
    title: title(),
    openLabel: vscode.l10n.t('Refit'),
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return exportOf(folders);
}

function exportOf(uris: readonly vscode.Uri[] | undefined): ExportPick {
  if (uris === undefined || uris.length === 0) return undefined;
  return { kind: 'export', choice: { paths: uris.map(placeOf), overrides: [] } };
}

/** What an export is called in messages: "hub.csv", "hub.csv and 2 more". */
export function nameOf({ paths }: ExportChoice): string {
  const [first = ''] = paths;
  const name = nameOfPlace(first);
  return paths.length > 1 ? vscode.l10n.t('{0} and {1} more', name, paths.length - 1) : name;
}
