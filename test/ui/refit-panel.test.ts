import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import axe, { type AxeResults } from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { projectRoot } from '../host/project';
import { largeExport } from '../refit/large-export';
import { ServedWorkbench, type WindowOptions } from './served-workbench';
import type { Workbench } from './workbench';

const DATA = join(projectRoot, '../shared/data');
const hasData = existsSync(DATA);
if (!hasData) console.log('The reference exports are not here (../shared/data), so they are not refitted.');

let vscode: ServedWorkbench;
let folder: string;
let small: string;
let large: string;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
  folder = await mkdtemp(join(tmpdir(), 'model-card-refit-'));
  small = join(folder, 'hub.csv');
  large = join(folder, 'large.csv');
  await largeExport(small, 400);
  await largeExport(large, 1_000_000);
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Opens a window, and keeps a picture of it where the test fails. */
async function openWindow(options: WindowOptions): Promise<Workbench> {
  const workbench = await vscode.open(options);
  onTestFailed(async () => {
    await workbench.screenshot('refit-panel-failed').catch(() => undefined);
  });
  return workbench;
}

function panelIn({ page }: Workbench): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** Runs the command and names a file in VS Code's own dialogue, all by keyboard. */
async function startRefit(workbench: Workbench, path: string): Promise<void> {
  await workbench.commandPalette('Model Card CO₂: Refit emissions model');
  const { page } = workbench;
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: 'Choose a file' }).waitFor();
  await page.keyboard.type('Choose a file');
  await page.keyboard.press('Enter');
  await nameFile(page, path);
}

/** VS Code's own dialogue lists a folder before it listens, and then puts the folder's path over what was typed. */
async function nameFile(page: Page, path: string): Promise<void> {
  const input = page.locator('.quick-input-widget input.input').first();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '..' }).first().waitFor();
  await expect
    .poll(
      async () => {
        if ((await input.inputValue()) === path) return path;
        await input.fill(path);
        await delay(1000);
        return input.inputValue();
      },
      { timeout: 30_000 },
    )
    .toBe(path);
  await page.keyboard.press('Enter');
}

async function refit(workbench: Workbench, path: string): Promise<FrameLocator> {
  await startRefit(workbench, path);
  const panel = panelIn(workbench);
  await panel.locator('.report[aria-busy=false] section').first().waitFor({ timeout: 60_000 });
  return panel;
}

async function showTab({ page }: Workbench, title: string): Promise<void> {
  await page.locator('.tab', { hasText: title }).click();
}

/** Waits for a message; with its test driver VS Code shows none in the corner, but all in their list. */
async function message(workbench: Workbench, text: string | RegExp): Promise<void> {
  const list = workbench.page.locator('.notifications-center');
  if (!(await list.isVisible())) await workbench.commandPalette('Notifications: Show Notifications');
  await list.filter({ hasText: text }).waitFor();
}

/** What is there of refits in the folders of the extension: outcomes, whole or partial. */
async function outcomes(): Promise<string[]> {
  const files = await readdir(vscode.data, { recursive: true });
  return files.filter((file) => /refits[\\/][^\\/]+$/.test(file));
}

test.runIf(hasData)('the report shows the figures of the reference, in light and dark', async () => {
  const reference = JSON.parse(readFileSync(join(DATA, 'reference/reference_synthetic.json'), 'utf8')) as {
    variants: { cook_first: { final_fit: { columns: string[]; params: number[]; bse: number[] } } };
  };
  const { columns, params, bse } = reference.variants.cook_first.final_fit;
  for (const theme of ['light', 'dark'] as const) {
    const workbench = await openWindow({ theme, card: 'kilograms/README.md' });
    const panel = await refit(workbench, join(DATA, 'exports/synthetic_export.csv'));
    const rows = await panel.locator('#coefficients tbody tr').allInnerTexts();
    const shown = rows.map((row) => row.replaceAll('−', '-').split('\t').slice(0, 3));
    expect(shown).toEqual(columns.map((name, at) => [name, params[at]?.toFixed(4), bse[at]?.toFixed(3)]));
    await panel.locator('#cards', { hasText: '4 cards of this workspace' }).waitFor();
    expect(await barriers(panel), theme).toEqual([]);
    await workbench.screenshot(`refit-panel-${theme}`);
    const figures = await panel.locator('figure').all();
    for (const [at, figure] of figures.entries()) {
      await figure.screenshot({ path: join(projectRoot, `out/screenshots/refit-plot-${at}-${theme}.png`) });
    }
    await workbench.close();
  }
});

/** What keeps people with other eyes and hands out, as axe sees it. */
async function barriers(panel: FrameLocator): Promise<string[]> {
  const body = panel.locator('body');
  await body.evaluate(axe.source);
  const { passes, violations }: AxeResults = await body.evaluate('axe.run()');
  if (passes.length === 0) throw new Error('axe has looked at nothing.');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
}

test('a refit is accepted for the workspace, predicts at once, and is undone', async () => {
  const workbench = await openWindow({ card: 'kilograms/README.md' });
  await workbench.waitForText('predicted');
  const hint = async () => /≈ \S+ \S+ predicted/.exec(await workbench.visibleText())?.[0];
  const before = await hint();
  const panel = await refit(workbench, small);
  await panel.locator('.decision', { hasText: 'Nothing has changed yet' }).waitFor();
  expect(await readdir(workbench.folder)).not.toContain('.vscode');

  await panel.getByRole('button', { name: 'Use this model' }).click();
  const scope = workbench.page.locator('.quick-input-list .monaco-list-row', {
    hasText: 'For this workspace',
  });
  await scope.waitFor();
  await workbench.page.keyboard.press('Enter');
  await panel.locator('.decision', { hasText: 'In use in this workspace' }).waitFor();
  const [file = ''] = (await readdir(join(workbench.folder, '.vscode'))).filter((name) => /model/.test(name));
  const settings = await readFile(join(workbench.folder, '.vscode/settings.json'), 'utf8');
  expect(JSON.parse(settings)).toEqual({ 'modelCardCo2.model': `.vscode/${file}` });
  const model = JSON.parse(await readFile(join(workbench.folder, '.vscode', file), 'utf8')) as object;
  expect(model).toMatchObject({ title: 'Refit from hub.csv' });
  await showTab(workbench, 'README.md');
  await expect.poll(hint, { timeout: 20_000 }).not.toBe(before);

  await showTab(workbench, 'Refit from hub.csv');
  await panelIn(workbench).getByRole('button', { name: 'Undo' }).click();
  await panelIn(workbench).locator('.decision', { hasText: 'Nothing has changed yet' }).waitFor();
  await showTab(workbench, 'README.md');
  await expect.poll(hint, { timeout: 20_000 }).toBe(before);
  expect(JSON.parse(await readFile(join(workbench.folder, '.vscode/settings.json'), 'utf8'))).toEqual({});
  expect(await readdir(join(workbench.folder, '.vscode'))).toEqual(['settings.json']);
  await workbench.close();
});

test('the report and the model are saved, and Cancel stops the next refit', async () => {
  const workbench = await vscode.open({ card: 'kilograms/README.md' });
  const { page } = workbench;
  const panel = await refit(workbench, small);
  await panel.getByRole('button', { name: 'Markdown' }).click();
  await nameFile(page, join(workbench.folder, 'report.md'));
  await panel.locator('.status', { hasText: 'Saved report.md' }).waitFor();
  const report = await readFile(join(workbench.folder, 'report.md'), 'utf8');
  const pictures = [...report.matchAll(/\]\(([^)]+\.svg)\)/g)].map(([, path = '']) => path);
  expect(pictures.length).toBeGreaterThan(5);
  for (const picture of pictures) {
    expect(await readFile(join(workbench.folder, picture), 'utf8')).toMatch(/^<svg [^>]*><style>/);
  }

  await panel.getByRole('button', { name: 'Model file' }).click();
  await nameFile(page, join(workbench.folder, 'model.json'));
  await panel.locator('.status', { hasText: 'Saved model.json' }).waitFor();
  expect(JSON.parse(await readFile(join(workbench.folder, 'model.json'), 'utf8'))).toMatchObject({
    title: 'Refit from hub.csv',
  });
  const saved = (await readdir(workbench.folder)).filter((name) => /\.part$/.test(name));
  expect(saved).toEqual([]);

  const known = await outcomes();
  await startRefit(workbench, large);
  await message(workbench, /Refitting from large\.csv: Reading/);
  await page.locator('.notifications-center').getByText('Cancel', { exact: true }).click();
  await message(workbench, /The refit from large\.csv was stopped\. Nothing has changed\./);
  expect(await outcomes()).toEqual(known);
  await workbench.close();
});

test('a reload in the middle is told, and leaves nothing behind', async () => {
  const workbench = await openWindow({ card: 'kilograms/README.md' });
  await startRefit(workbench, large);
  await message(workbench, /Refitting from large\.csv: Reading/);
  const known = await outcomes();
  await workbench.commandPalette('Developer: Reload Window');
  await workbench.page.locator('.notifications-center').waitFor({ state: 'hidden' });
  await workbench.waitForText('predicted');
  await message(workbench, /from large\.csv was cut off when the window closed/);
  expect((await outcomes()).filter((path) => !known.includes(path))).toEqual([]);
  await workbench.close();
});
