import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect, onTestFailed } from 'vitest';
import type { ServedWorkbench, WindowOptions } from './served-workbench';
import { panelIn } from './webview';
import type { Workbench } from './workbench';

/** How long a refit, and a message on it, may take on a machine that does other things as well. */
const REFIT_LIMIT = 120_000;
const MESSAGE_LIMIT = 120_000;

/** How long a list may take to come, and to be there to choose from. */
const LIST_LIMIT = 15_000;

/** Opens a window, and keeps a picture of it where the test fails. */
export async function openWindow(vscode: ServedWorkbench, options: WindowOptions): Promise<Workbench> {
  const workbench = await vscode.open(options);
  keepPicture(workbench);
  return workbench;
}

/** Keeps a picture of a window where the running test fails. */
export function keepPicture(workbench: Workbench): void {
  onTestFailed(async ({ task }) => {
    const name = task.name.replaceAll(/[^a-z]+/gi, '-').slice(0, 60);
    await workbench.screenshot(`failed-${name}`).catch(() => undefined);
  });
}

/** Runs the command and names a file in VS Code's own dialogue, all by keyboard. */
export async function startRefit(workbench: Workbench, path: string): Promise<void> {
  await chooseExport(workbench, 'Choose a file');
  await nameFile(workbench.page, path);
}

/** Chooses from a list by typing, as soon as it is there. */
export async function choose(workbench: Workbench, text: string, timeout = 30_000): Promise<void> {
  const { page } = workbench;
  await quickRow(workbench, text).waitFor({ timeout });
  await page.locator('.quick-input-widget input.input').first().fill(text, { timeout });
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).waitFor({ timeout });
  await page.keyboard.press('Enter');
}

/** Refits an export that was refitted before, or begun; without the dialogue that takes no time. */
export async function refitAgain(workbench: Workbench, name: string): Promise<void> {
  await chooseExport(workbench, name);
}

/**
 * Runs the command and chooses in its list. VS Code closes a list when the focus goes elsewhere, and a report that has just
 * come may take it so late; then the command is run again.
 */
async function chooseExport(workbench: Workbench, text: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await workbench.commandPalette('Model Card CO₂: Refit emissions model');
    const isChosen = await choose(workbench, text, LIST_LIMIT).then(
      () => true,
      (error: unknown) => {
        if (attempt === 3) throw error;
        return false;
      },
    );
    if (isChosen) return;
  }
}

/** VS Code's own dialogue lists a folder before it listens, and then puts the folder's path over what was typed. */
export async function nameFile(page: Page, path: string): Promise<void> {
  const input = page.locator('.quick-input-widget input.input').first();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '..' }).first().waitFor();
  for (let attempt = 0; (await input.inputValue()) !== path; attempt++) {
    if (attempt === 30) throw new Error(`VS Code's dialogue does not take the path ${path}.`);
    await input.fill(path);
    await delay(1000);
  }
  await page.keyboard.press('Enter');
}

/** A row of the list that the user chooses from. */
export function quickRow({ page }: Workbench, text: string | RegExp): Locator {
  return page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
}

/** Refits an export, and waits for its report. */
export async function refit(workbench: Workbench, path: string): Promise<FrameLocator> {
  await startRefit(workbench, path);
  return reportOf(workbench, basename(path));
}

/** Waits for the report of the export with this name. */
export async function reportOf(workbench: Workbench, name: string): Promise<FrameLocator> {
  const panel = panelIn(workbench);
  const source = panel.locator('.report[aria-busy=false] #source', { hasText: name });
  await source.waitFor({ state: 'attached', timeout: REFIT_LIMIT });
  return panel;
}

/** The list of all messages: with its test driver VS Code shows none in the corner. */
export async function messages(workbench: Workbench): Promise<Locator> {
  const list = workbench.page.locator('.notifications-center');
  if (!(await list.isVisible())) await workbench.commandPalette('Notifications: Show Notifications');
  return list;
}

/** Waits for a message. The list of them closes with the last one, so it is opened again until it has this one. */
export async function message(workbench: Workbench, text: string | RegExp): Promise<Locator> {
  for (let attempt = 1; ; attempt++) {
    const list = await messages(workbench);
    const row = list.locator('.monaco-list-row', { hasText: text }).first();
    const isThere = await row.waitFor({ timeout: MESSAGE_LIMIT / 12 }).then(
      () => true,
      () => false,
    );
    if (isThere) return row;
    if (attempt === 12) throw new Error(`No message says ${text}; they say: ${await list.innerText()}`);
  }
}

/** Removes the messages that are there, so that the next ones are new. */
export async function clearMessages(workbench: Workbench): Promise<void> {
  await workbench.commandPalette('Notifications: Clear All Notifications');
}

/** Shows an editor by its tab. The mouse does not stay there, or the tab's own hover would come. */
export async function showTab({ page }: Workbench, title: string): Promise<void> {
  await page.locator('.tab', { hasText: title }).click();
  await page.mouse.move(0, 0);
}

export async function closeTab({ page }: Workbench, title: string): Promise<void> {
  const tab = page.locator('.tab', { hasText: title });
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
}

/** Titles of the open editors. */
export async function tabs({ page }: Workbench): Promise<string[]> {
  return page.locator('.tab .monaco-icon-label-container').allInnerTexts();
}

/** What there is of refits in the folders of the extension: outcomes, whole or partial, and models. */
export async function outcomes({ data }: ServedWorkbench): Promise<string[]> {
  const files = await readdir(join(data, 'data'), { recursive: true });
  return files.filter((file) => /(?:refits|model-card-co2[\\/]models)[\\/][^\\/]+$/.test(file)).sort();
}

/** The same once each window has only its last refit: the outcome before is removed after the report has come. */
export async function settledOutcomes(vscode: ServedWorkbench): Promise<string[]> {
  let found: string[] = [];
  const crowded = async (): Promise<string[]> => {
    found = await outcomes(vscode);
    const folders = found.filter((file) => !file.includes('models')).map((file) => dirname(file));
    return folders.filter((folder, at) => folders.indexOf(folder) !== at);
  };
  await expect.poll(crowded, { timeout: 10_000 }).toEqual([]);
  return found;
}

/**
 * Ids of the processes that run extensions, with how many worker threads each has; undefined where the system does not
 * tell (outside Linux).
 */
export async function extensionHosts({ data }: ServedWorkbench): Promise<Map<number, number> | undefined> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  if (ids.length === 0) return undefined;
  const hosts = new Map<number, number>();
  for (const id of ids) {
    const [command = '', environment = ''] = await Promise.all(
      ['cmdline', 'environ'].map((file) => readFile(join('/proc', id, file), 'utf8').catch(() => '')),
    );
    if (!command.includes('--type=extensionHost') || !environment.includes(`TMPDIR=${data}\0`)) continue;
    hosts.set(Number(id), await workersOf(id));
  }
  return hosts;
}

/** Node names its worker threads, from 24 on. */
async function workersOf(id: string): Promise<number> {
  const threads = await readdir(join('/proc', id, 'task')).catch(() => []);
  const names = threads.map((thread) =>
    readFile(join('/proc', id, 'task', thread, 'comm'), 'utf8').catch(() => ''),
  );
  return (await Promise.all(names)).filter((name) => name.startsWith('WorkerThread')).length;
}

/** How many worker threads the extensions have; 0 as well where nobody can tell. */
export async function workers(vscode: ServedWorkbench): Promise<number> {
  const hosts = await extensionHosts(vscode);
  return [...(hosts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
}
