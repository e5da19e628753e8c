import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { largeExport } from '../refit/large-export';
import {
  clearMessages,
  keepPicture,
  message,
  outcomes,
  refit,
  refitAgain,
  reportOf,
  settledOutcomes,
  startRefit,
  tabs,
} from './refit-window';
import { ServedWorkbench } from './served-workbench';
import type { Workbench } from './workbench';

let vscode: ServedWorkbench;
let workbench: Workbench;
let folder: string;
let clear: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-card-refit-'));
  clear = join(folder, 'clear.csv');
  await largeExport(clear, 300);
  vscode = await ServedWorkbench.start();
  workbench = await vscode.open({ card: 'kilograms/README.md' });
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The same export with other names in its first line. */
async function renamed(name: string, names: Readonly<Record<string, string>>): Promise<string> {
  const [header = '', ...lines] = (await readFile(clear, 'utf8')).split('\n');
  const columns = header.split(',').map((column) => names[column] ?? column);
  const file = join(folder, name);
  await writeFile(file, [columns.join(','), ...lines].join('\n'));
  return file;
}

/** Waits for the question about a column: what it asks, and what can be answered, the likeliest first. */
async function expectQuestion(title: string, text: string, answers: readonly string[]): Promise<void> {
  const widget = workbench.page.locator('.quick-input-widget', { hasText: title });
  await widget.waitFor();
  const labels = widget.locator('.quick-input-list-rows > .quick-input-list-row:first-child .label-name');
  // One of them has an icon before it.
  const shown = async () => (await labels.allInnerTexts()).map((label) => label.trim());
  await expect.poll(shown).toEqual(answers);
  expect(await widget.locator('input.input').first().getAttribute('placeholder')).toBe(text);
}

async function coefficients(panel: FrameLocator): Promise<string> {
  return panel.locator('#coefficients tbody').innerText();
}

test('what is not understood is asked, once, and answered by keyboard', async () => {
  keepPicture(workbench);
  const expected = await coefficients(await refit(workbench, clear));
  const { keyboard } = workbench.page;
  await startRefit(workbench, await renamed('odd.csv', { parameters: 'n_weights', likes: 'thumbs' }));

  const parameters = 'Which column holds the number of parameters?';
  await expectQuestion('Columns of odd.csv (1 of 2)', parameters, ['n_weights', 'thumbs', 'None of them']);
  await workbench.screenshot('refit-columns');
  await keyboard.press('Enter');

  // What was chosen is not offered again; nothing looks like likes, so nobody is led to a wrong answer.
  const likes = 'Which column holds the number of likes?';
  await expectQuestion('Columns of odd.csv (2 of 2)', likes, ['None of them', 'thumbs']);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  const panel = await reportOf(workbench, 'odd.csv');
  expect(await coefficients(panel)).toBe(expected);
  expect(await panel.locator('#source').innerText()).toMatch(/parameters\s+n_weights\s+likes\s+thumbs/);

  // The answers are remembered with the export.
  await refitAgain(workbench, 'clear.csv');
  await reportOf(workbench, 'clear.csv');
  await refitAgain(workbench, 'odd.csv');
  expect(await coefficients(await reportOf(workbench, 'odd.csv'))).toBe(expected);
});

test('who does not answer has refitted nothing', async () => {
  keepPicture(workbench);
  const before = { outcomes: await settledOutcomes(vscode), tabs: await tabs(workbench) };
  await startRefit(workbench, await renamed('unasked.csv', { commits: 'how_often' }));
  await expectQuestion('Columns of unasked.csv (1 of 1)', 'Which column holds the number of commits?', [
    'None of them',
    'how_often',
  ]);
  await workbench.page.keyboard.press('Escape');
  await workbench.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
  expect(await tabs(workbench)).toEqual(before.tabs);
  expect(await outcomes(vscode)).toEqual(before.outcomes);
});

test('a file without any column to use is told in a sentence', async () => {
  keepPicture(workbench);
  const nothing = join(folder, 'shopping.csv');
  await writeFile(nothing, 'item,shop,when\nbread,corner,today\nmilk,corner,tomorrow\n');
  await startRefit(workbench, nothing);
  const columns = ['item', 'shop', 'when'];
  await expectQuestion('Columns of shopping.csv (1 of', 'Which column holds the emissions?', columns);
  const asked = workbench.page.locator('.quick-input-widget', { hasText: 'Columns of shopping.csv' });
  for (let question = 1; await asked.isVisible(); question++) {
    await workbench.page.keyboard.press('Enter');
    await asked.filter({ hasText: `(${question} of` }).waitFor({ state: 'hidden' });
  }
  const said = await message(workbench, 'All 2 records had to be dropped: 2 for no emissions');
  expect(await said.innerText()).toContain('(row 0: "bread"). The model in use has not changed.');
  await workbench.screenshot('refit-nothing-to-use');
  // Whoever answered wrongly is asked again.
  await said.getByText('Try Again', { exact: true }).click();
  await expectQuestion('Columns of shopping.csv (1 of', 'Which column holds the emissions?', columns);
  await workbench.page.keyboard.press('Escape');
  await clearMessages(workbench);

  const empty = join(folder, 'empty.csv');
  await writeFile(empty, '');
  await startRefit(workbench, empty);
  await message(workbench, /empty\.csv.*empty/);
  const picture = join(folder, 'picture.csv');
  await writeFile(picture, await readFile(join(import.meta.dirname, '../../media/icon.png')));
  await startRefit(workbench, picture);
  await message(workbench, /picture\.csv/);
  await workbench.screenshot('refit-no-table');
  expect(await tabs(workbench)).not.toContain('Refit from shopping.csv');
  await clearMessages(workbench);
});
