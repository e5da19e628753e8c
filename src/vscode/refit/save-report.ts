import * as vscode from 'vscode';
import { OUTCOME_FILES, type OutcomeFile, type RefitOutcome } from '../../core/refit/panel-outcome';
import type { RefitPanelAction } from '../../core/refit/panel-protocol';
import { copyWhole, writeWhole } from './whole-file';

/** The outcome that is taken from. */
export interface SavedOutcome {
  readonly folder: vscode.Uri;
  readonly outcome: RefitOutcome;
}

type SaveAction = Extract<RefitPanelAction, `save${string}`>;

/** Saves a part of an outcome; says in a few words what was saved, or undefined where the user did not. */
export const saveActions: Record<SaveAction, (saved: SavedOutcome) => Promise<string | undefined>> = {
  saveHtml: (saved) => saveFile(saved, OUTCOME_FILES.html, 'report', 'HTML'),
  saveMarkdown: saveMarkdown,
  saveModel: (saved) => saveFile(saved, OUTCOME_FILES.model, 'model', 'JSON'),
  savePlots: (saved) => saveSome(saved, saved.outcome.plots, 'SVG'),
  saveTables: (saved) => saveSome(saved, saved.outcome.tables, 'CSV'),
};

async function saveFile(
  { folder, outcome }: SavedOutcome,
  path: string,
  what: string,
  kind: string,
): Promise<string | undefined> {
  const target = await askFor(`${baseName(outcome)}-${what}.${endingOf(path)}`, kind);
  if (target === undefined) return undefined;
  await copyWhole(vscode.Uri.joinPath(folder, path), target);
  return vscode.l10n.t('Saved {0}.', vscode.workspace.asRelativePath(target));
}

/** The report, and its pictures in a folder beside it that is called like it. */
async function saveMarkdown({ folder, outcome }: SavedOutcome): Promise<string | undefined> {
  const target = await askFor(`${baseName(outcome)}-report.md`, 'Markdown');
  if (target === undefined) return undefined;
  const name = target.path.split('/').at(-1) ?? '';
  const pictures = `${name.replace(/\.md$/i, '')}-plots`;
  const source = vscode.Uri.joinPath(folder, OUTCOME_FILES.markdown);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
  for (const { path } of outcome.plots) {
    const picture = vscode.Uri.joinPath(target, '..', pictures, nameIn(path));
    await copyWhole(vscode.Uri.joinPath(folder, path), picture);
  }
  await writeWhole(text.replaceAll('](plots/', `](${encodeURIComponent(pictures)}/`), target);
  return vscode.l10n.t(
    'Saved {0}, with its plots in {1}.',
    vscode.workspace.asRelativePath(target),
    pictures,
  );
}

interface FileItem extends vscode.QuickPickItem {
  readonly files: readonly OutcomeFile[];
}

/** One of several files, or all of them into a folder. */
async function saveSome(
  { folder, outcome }: SavedOutcome,
  files: readonly OutcomeFile[],
  kind: string,
): Promise<string | undefined> {
  const items: FileItem[] = [
    {
      label: `$(files) ${vscode.l10n.t('All of them')}`,
      description: vscode.l10n.t('into a folder'),
      files,
    },
    ...files.map((file) => ({ label: file.title, description: nameIn(file.path), files: [file] })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('What to save as {0}?', kind),
  });
  const [only] = picked?.files ?? [];
  if (picked === undefined || only === undefined) return undefined;
  if (picked.files.length === 1) {
    const target = await askFor(`${baseName(outcome)}-${nameIn(only.path)}`, kind);
    if (target === undefined) return undefined;
    await copyWhole(vscode.Uri.joinPath(folder, only.path), target);
    return vscode.l10n.t('Saved {0}.', vscode.workspace.asRelativePath(target));
  }
  const [into] =
    (await vscode.window.showOpenDialog({
      ...startingIn(workspaceFolder()),
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Save here'),
    })) ?? [];
  if (into === undefined) return undefined;
  const names = picked.files.map(({ path }) => `${baseName(outcome)}-${nameIn(path)}`);
  if (!(await mayReplace(into, names))) return undefined;
  for (const [at, { path }] of picked.files.entries()) {
    await copyWhole(vscode.Uri.joinPath(folder, path), vscode.Uri.joinPath(into, names[at] ?? ''));
  }
  return vscode.l10n.t(
    'Saved {0} files into {1}.',
    picked.files.length,
    vscode.workspace.asRelativePath(into),
  );
}

/** The dialogue for one file asks by itself; for a whole folder nobody does. */
async function mayReplace(folder: vscode.Uri, names: readonly string[]): Promise<boolean> {
  const there = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name));
  const taken = names.filter((name) => there.has(name));
  if (taken.length === 0) return true;
  const replace = vscode.l10n.t('Replace');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      '{0} of the files are there already, {1} for one. Replace them?',
      taken.length,
      taken[0] ?? '',
    ),
    { modal: true },
    replace,
  );
  return answer === replace;
}

function askFor(name: string, kind: string): Thenable<vscode.Uri | undefined> {
  const folder = workspaceFolder();
  return vscode.window.showSaveDialog({
    ...startingIn(folder && vscode.Uri.joinPath(folder, name)),
    filters: { [kind]: [endingOf(name)] },
  });
}

function workspaceFolder(): vscode.Uri | undefined {
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

/** Where a dialogue begins; without a folder, wherever the last one ended. */
function startingIn(place: vscode.Uri | undefined): { defaultUri?: vscode.Uri } {
  return place === undefined ? {} : { defaultUri: place };
}

/** "hub" for "hub.csv": what saved files are called by. */
function baseName({ source }: RefitOutcome): string {
  const [first = ''] = source.split(', ');
  const name = nameIn(first).replace(/\.[a-z]+(\.gz)?$/i, '');
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-') || 'refit';
}

function nameIn(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function endingOf(path: string): string {
  return path.split('.').at(-1) ?? '';
}
