import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { largeExport } from '../refit/large-export';
import {
  clearMessages,
  keepPicture,
  message,
  messages,
  openWindow,
  outcomes,
  refitAgain,
  reportOf,
  settledOutcomes,
  startRefit,
  tabs,
  workers,
} from './refit-window';
import { ServedWorkbench } from './served-workbench';
import type { Workbench } from './workbench';

/** So many that a refit takes some seconds even where nothing else is done. */
const ROWS = 600_000;

let vscode: ServedWorkbench;
let workbench: Workbench;
let folder: string;
let large: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-card-refit-'));
  large = join(folder, 'large.csv');
  await largeExport(large, ROWS);
  vscode = await ServedWorkbench.start();
  workbench = await vscode.open({ card: 'kilograms/README.md' });
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Presses Cancel on a progress message that says so, and tells what it said; runs in the page, at every frame. */
const PRESS = (words: RegExp): string => `(() => {
  for (const row of document.querySelectorAll('.notifications-center .notification-list-item')) {
    const said = row.querySelector('.notification-list-item-message').textContent;
    const cancel = [...row.querySelectorAll('.monaco-button')].find((button) => button.textContent === 'Cancel');
    if (!${String(words)}.test(said) || cancel === undefined) continue;
    cancel.click();
    return said;
  }
})()`;

/** Cancels at a moment that may be over before a test that looks from outside has seen it. */
async function cancelAt({ page }: Workbench, words: RegExp): Promise<string> {
  const pressed = await page.waitForFunction(PRESS(words), undefined, { polling: 'raf', timeout: 60_000 });
  return String(await pressed.jsonValue());
}

test.each([
  ['while the file is read', /Reading (?!0 of)[\d.]+ of/],
  ['while influential rows are removed', /Removing influential rows, round [1-9]/],
  ['while the report is drawn', /Drawing the report/],
])('Cancel %s really stops the refit', async (_, moment) => {
  keepPicture(workbench);
  await messages(workbench);
  const before = {
    outcomes: await settledOutcomes(vscode),
    tabs: await tabs(workbench),
    workers: await workers(vscode),
  };
  await startRefit(workbench, large);
  await messages(workbench);
  const said = await cancelAt(workbench, moment);
  expect(said).toMatch(moment);
  await message(workbench, /The refit from large\.csv was stopped\. Nothing has changed\./);
  await expect.poll(() => workers(vscode), { timeout: 10_000 }).toBe(before.workers);
  expect(await outcomes(vscode)).toEqual(before.outcomes);
  expect(await tabs(workbench)).toEqual(before.tabs);
  await clearMessages(workbench);
});

test('a second refit asks first; the first goes on, or gives way', async () => {
  keepPicture(workbench);
  const small = join(folder, 'small.csv');
  await largeExport(small, 400);
  await startRefit(workbench, small);
  await reportOf(workbench, 'small.csv');
  const { page } = workbench;
  await refitAgain(workbench, 'large.csv');
  const question = page.locator('.monaco-dialog-box', {
    hasText: 'The refit from large.csv is not done yet',
  });

  await refitAgain(workbench, 'small.csv');
  await question.waitFor();
  await workbench.screenshot('refit-second');
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  const panel = await reportOf(workbench, 'large.csv');
  expect(await panel.locator('h1').innerText()).toBe('Refit from large.csv');

  await refitAgain(workbench, 'large.csv');
  await refitAgain(workbench, 'small.csv');
  await question.waitFor();
  await question.getByRole('button', { name: 'Stop It' }).click();
  await reportOf(workbench, 'small.csv');
  await message(workbench, /The refit from large\.csv was stopped/);
  expect(await tabs(workbench)).toContain('Refit from small.csv');
  expect(await tabs(workbench)).not.toContain('Refit from large.csv');
});

test('a reload in the middle is told, and leaves nothing behind', async () => {
  const known = { outcomes: await settledOutcomes(vscode), workers: await workers(vscode) };
  const window = await openWindow(vscode, { card: 'kilograms/README.md' });
  await startRefit(window, large);
  await message(window, /Refitting from large\.csv: Reading/);
  await window.commandPalette('Developer: Reload Window');
  await window.page.locator('.notifications-center').waitFor({ state: 'hidden' });
  await window.waitForText('predicted');
  await message(window, /from large\.csv was cut off when the window closed/);
  await window.screenshot('refit-cut-off');
  await expect.poll(() => outcomes(vscode)).toEqual(known.outcomes);
  await expect.poll(() => workers(vscode), { timeout: 10_000 }).toBe(known.workers);
  await window.close();
});
