import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readUsableModel } from '../../src/core/prediction/model-in-use';
import { largeExport } from '../refit/large-export';
import { choose, keepPicture, nameFile, refit } from './refit-window';
import { ServedWorkbench } from './served-workbench';
import type { Workbench } from './workbench';

/** Names and cells that a spreadsheet would run, were they not written as text. */
const FORMULA = '=HYPERLINK("http://127.0.0.1/","free GPUs")';

let vscode: ServedWorkbench;
let workbench: Workbench;
let folder: string;
let panel: FrameLocator;
/** The coefficients on screen: term, coefficient, standard error, z, p, interval. */
let shown: string[][];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-card-refit-'));
  const hub = join(folder, 'hub.csv');
  await largeExport(hub, 400);
  const quoted = `"${FORMULA.replaceAll('"', '""')}"`;
  // Two rows by strangers: one without emissions, one that sways the fit so much that it goes.
  const strangers = [
    `${quoted},1000000,1,5,2021-01-01,2021-02-01,fill-mask,,${quoted},`,
    `${quoted},1000000,1,5,2021-01-01,2021-02-01,fill-mask,,1e12,`,
  ];
  await writeFile(hub, `${await readFile(hub, 'utf8')}${strangers.join('\n')}\n`);
  vscode = await ServedWorkbench.start();
  workbench = await vscode.open({ card: 'kilograms/README.md' });
  panel = await refit(workbench, hub);
  const rows = await panel.locator('#coefficients tbody tr').allInnerTexts();
  shown = rows.map((row) => row.replaceAll('−', '-').split('\t').slice(0, 7));
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Presses a button of the panel and names the file, or what is asked before. @returns its path */
async function save(button: string, name: string, which?: string): Promise<string> {
  keepPicture(workbench);
  const path = join(folder, name);
  await panel.getByRole('group', { name: 'Save as' }).getByRole('button', { name: button }).click();
  if (which !== undefined) await choose(workbench, which);
  await nameFile(workbench.page, path);
  await panel.locator('.status', { hasText: path }).waitFor();
  return path;
}

/** Whether a browser reads it as XML. */
async function isXml(text: string): Promise<boolean> {
  const count = `new DOMParser().parseFromString(${JSON.stringify(text)}, 'image/svg+xml').querySelectorAll('parsererror').length`;
  return (await workbench.page.evaluate<number>(count)) === 0;
}

test('HTML: one file that opens by itself and has the figures of the panel', async () => {
  const file = await save('HTML', 'report.html');
  const browser = workbench.page.context().browser();
  if (browser === null) throw new Error('There is no browser.');
  const page = await browser.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (said) => errors.push(said.text()));
  await page.goto(pathToFileURL(file).href);
  const rows = await page.locator('#coefficients tbody tr').allInnerTexts();
  expect(rows.map((row) => row.replaceAll('−', '-').split('\t').slice(0, 7))).toEqual(shown);
  expect(await page.locator('.facts').innerText()).toBe(await panel.locator('.facts').innerText());
  expect(await page.locator('figure svg').count()).toBe(await panel.locator('figure svg').count());
  expect(asked).toEqual([pathToFileURL(file).href]);
  expect(errors).toEqual([]);
  await page.close();
});

test('Markdown: the tables of the panel, and its plots beside it', async () => {
  const report = await readFile(await save('Markdown', 'report.md'), 'utf8');
  const [, table = ''] = report.split('## Coefficients\n\n');
  const rows = table.split('\n\n')[0]?.split('\n').slice(2) ?? [];
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim().replaceAll('\\', '')));
  expect(cells.map((row) => row.slice(1, 8))).toEqual(shown);
  const pictures = [...report.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
  expect(pictures).toHaveLength(await panel.locator('figure svg').count());
  for (const picture of pictures) {
    expect(await isXml(await readFile(join(folder, picture), 'utf8')), picture).toBe(true);
  }
});

test('SVG: a single plot, and all of them into a folder', async () => {
  const [title = ''] = await panel.locator('figure h3').allInnerTexts();
  const single = await readFile(await save('Plots (SVG)', 'one.svg', title), 'utf8');
  expect(await isXml(single)).toBe(true);
  expect(single).toContain(`aria-label="${title}.`);

  await mkdir(join(folder, 'plots'), { recursive: true });
  await save('Plots (SVG)', 'plots', 'All of them');
  const files = await readdir(join(folder, 'plots'));
  expect(files).toHaveLength(await panel.locator('figure svg').count());
  for (const file of files) {
    const text = await readFile(join(folder, 'plots', file), 'utf8');
    expect(await isXml(text), file).toBe(true);
    expect(text, file).toMatch(/^<svg [^>]*><style>/);
  }
});

test('CSV: full precision behind the figures of the panel, and no formula of a stranger', async () => {
  await mkdir(join(folder, 'tables'), { recursive: true });
  await save('Tables (CSV)', 'tables', 'All of them');
  const tables = new Map<string, string[][]>();
  for (const file of await readdir(join(folder, 'tables'))) {
    const text = await readFile(join(folder, 'tables', file), 'utf8');
    // Strict: every record has as many cells as the header.
    tables.set(file, parse(text));
  }
  const [, ...coefficients] = tables.get('hub-coefficients.csv') ?? [];
  const digits = [4, 3, 3, 3, 3, 3];
  expect(
    coefficients.map(([term, ...cells]) => [
      term,
      ...digits.map((count, at) => Number(cells[at]).toFixed(count)),
    ]),
  ).toEqual(shown);
  const [, ...dropped] = tables.get('hub-dropped-rows.csv') ?? [];
  expect(
    dropped.filter(([row]) => row === '400').map(([, reason, , name, cell]) => [reason, name, cell]),
  ).toEqual([['co2_missing', `'${FORMULA}`, `'${FORMULA}`]]);
  const removed = tables.get('hub-removed-rows.csv') ?? [];
  expect(removed.filter(([, row]) => row === '401').map(([, , name]) => name)).toEqual([`'${FORMULA}`]);
  for (const cell of [...tables.values()].flat(2)) expect(cell).not.toMatch(/^\s*[=@+]/);
});

test('the model file: what the panel shows, ready to be used', async () => {
  const model = readUsableModel(await readFile(await save('Model file', 'model.json'), 'utf8'));
  expect(model.title).toBe('Refit from hub.csv');
  expect(
    model.terms.map(({ name, coefficient, standardError }) => [
      name,
      coefficient.toFixed(4),
      standardError.toFixed(3),
    ]),
  ).toEqual(shown.map((row) => row.slice(0, 3)));
});

test('files that are there already are asked about, and nothing is left in parts', async () => {
  keepPicture(workbench);
  await writeFile(join(folder, 'plots/hub-vif.svg'), 'mine');
  await panel.getByRole('button', { name: 'Plots (SVG)' }).click();
  await choose(workbench, 'All of them');
  await nameFile(workbench.page, join(folder, 'plots'));
  const question = workbench.page.locator('.monaco-dialog-box', {
    hasText: 'of the files are there already',
  });
  await question.waitFor();
  await workbench.page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await readFile(join(folder, 'plots/hub-vif.svg'), 'utf8')).toBe('mine');

  const names = await readdir(folder, { recursive: true });
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
});
