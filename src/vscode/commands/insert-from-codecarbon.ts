import * as vscode from 'vscode';
import type { Declaration, EmissionsEntries, EmissionsRun, RunSelection } from '../../core';
import { loadCore } from '../core';
import { findFiles } from '../find-files';
import { readSmallFile } from '../read-small-file';
import { chooseCard } from './choose-card';
import type { Command } from './command';
import { declareInCard } from './declare-in-card';
import { INSERT_FROM_CODECARBON } from './ids';

const MOST_FILES = 200;

const title = (): string => vscode.l10n.t('Insert from emissions.csv');

/** Declares what CodeCarbon measured: emissions in grams, energy, hours, hardware and place. */
export const insertFromCodeCarbon: Command = {
  id: INSERT_FROM_CODECARBON,
  async run(_services, given) {
    const card = await chooseCard(given, title());
    if (card === undefined) return;
    const file = await chooseFile(card);
    const runs = file && (await readRuns(file));
    const selection = runs && (await chooseRuns(runs));
    if (runs === undefined || selection === undefined) return;
    const { emissionsEntries, selectRuns } = await loadCore();
    const declaration = await declarationOf(emissionsEntries(selectRuns(runs, selection)));
    const document = await vscode.workspace.openTextDocument(card);
    await vscode.window.showTextDocument(document);
    const question = vscode.l10n.t('Replace what the card declares by what CodeCarbon measured?');
    await declareInCard(document, declaration, question);
  },
};

/** The nearest file: in the card's folder first. Asks where there are several. */
async function chooseFile(card: vscode.Uri): Promise<vscode.Uri | undefined> {
  const { isEmissionsFile } = await loadCore();
  const folder = vscode.Uri.joinPath(card, '..').path;
  const found = await findFiles('**/*emission*.csv', '**/node_modules/**', MOST_FILES);
  const files = found
    .filter(({ path }) => isEmissionsFile(path.split('/').at(-1) ?? ''))
    .map((uri) => ({
      uri,
      label: vscode.workspace.asRelativePath(uri),
      near: uri.path.startsWith(`${folder}/`),
    }))
    .sort(
      (a, b) =>
        Number(b.near) - Number(a.near) || a.label.length - b.label.length || a.label.localeCompare(b.label),
    );
  if (files.length === 0) return openFile();
  if (files.length === 1) return files[0]?.uri;
  const items = files.map((file) => ({
    ...file,
    ...(file.near && { description: vscode.l10n.t('beside the card') }),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: title(),
    placeHolder: vscode.l10n.t('Which file?'),
  });
  return picked?.uri;
}

async function openFile(): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('No emissions.csv in this workspace: open one'),
    openLabel: vscode.l10n.t('Insert'),
    filters: { CodeCarbon: ['csv'] },
  });
  return files?.[0];
}

async function readRuns(file: vscode.Uri): Promise<readonly EmissionsRun[] | undefined> {
  const { parseEmissionsCsv, refuseLargeEmissionsFile } = await loadCore();
  const name = vscode.workspace.asRelativePath(file);
  try {
    const text = new TextDecoder().decode(await readSmallFile(file, refuseLargeEmissionsFile));
    const { runs, notes } = parseEmissionsCsv(text);
    if (notes.length > 0) void vscode.window.showWarningMessage(`${name}: ${notes.slice(0, 3).join(' ')}`);
    return runs;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be used. {1}', name, reason));
    return undefined;
  }
}

interface RunItem extends vscode.QuickPickItem {
  readonly selection: RunSelection;
}

/** Asks which of several runs count: all together, the newest, or one. */
async function chooseRuns(runs: readonly EmissionsRun[]): Promise<RunSelection | undefined> {
  if (runs.length === 1) return 'last';
  const { emissionsEntries, formatMass, selectRuns } = await loadCore();
  const grams = (selection: RunSelection) =>
    formatMass(emissionsEntries(selectRuns(runs, selection)).emissions.toNumber());
  const items: RunItem[] = [
    {
      label: vscode.l10n.t('The sum of all {0} runs', runs.length),
      description: grams('sum'),
      selection: 'sum',
    },
    { label: vscode.l10n.t('The last run'), description: grams('last'), selection: 'last' },
    ...runs.map((run): RunItem => {
      const selection = { id: run.id };
      return {
        label: run.timestamp ?? run.id,
        description: grams(selection),
        detail: run.project ?? run.id,
        selection,
      };
    }),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: title(),
    placeHolder: vscode.l10n.t('Which runs?'),
  });
  return picked?.selection;
}

async function declarationOf(entries: EmissionsEntries): Promise<Declaration> {
  const { printDecimal } = await loadCore();
  const { emissions, energy_consumed: energy, hours_used: hours, ram_total_size: memory, ...words } = entries;
  return {
    emissions: { number: printDecimal(emissions) },
    ...words,
    ...(energy && { energy_consumed: { number: printDecimal(energy) } }),
    ...(hours !== undefined && { hours_used: { number: String(hours) } }),
    ...(memory !== undefined && { ram_total_size: { number: String(memory) } }),
  };
}
