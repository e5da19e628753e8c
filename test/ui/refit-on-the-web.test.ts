import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelOfRefit } from '../../src/core/refit/model-of-refit';
import { refit as refitOnNode } from '../../src/node/export/refit-export';
import { projectRoot } from '../host/project';
import { releases } from '../host/releases';
import { onTheWeb } from '../host/user-settings';
import { largeExport } from '../refit/large-export';
import {
  clearMessages,
  message,
  openWindow,
  quickRow,
  refit,
  showTab,
  startRefit,
  tabs,
} from './refit-window';
import { ServedWorkbench } from './served-workbench';
import { panelIn } from './webview';
import type { Workbench } from './workbench';

const SYNTHETIC = join(projectRoot, '../shared/data/exports/synthetic_export.csv');

let folder: string;
let large: string;
let small: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-card-refit-'));
  large = join(folder, 'large.csv');
  small = join(folder, 'small.csv');
  await largeExport(large, 1_000_000);
  await largeExport(small, 400);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Lists that nothing closes, and where a message says that they are. */
const NESTED: readonly (readonly [name: string, place: string, content: string | Uint8Array])[] = [
  ['nested.json', 'nested.json, record 0', '['.repeat(20_000_000)],
  ['nested.json.gz', 'nested.json.gz, record 0', gzipSync('['.repeat(50_000_000))],
  ['nested.jsonl', 'nested.jsonl, line 1', '['.repeat(20_000_000)],
];

/** The terms and the covariance of the model that Node makes of an export. */
async function modelOnNode(file: string): Promise<object> {
  const { source, refit: result } = await refitOnNode([file], { quantilePlots: true, validation: true });
  const { terms, covariance, scale, fit } = modelOfRefit(source, result, new Date());
  return JSON.parse(JSON.stringify({ terms, covariance, scale, fit })) as object;
}

async function hint(workbench: Workbench): Promise<string | undefined> {
  return /≈ \S+ \S+ predicted/.exec(await workbench.visibleText())?.[0];
}

async function accept(workbench: Workbench, scope: string, said: string): Promise<void> {
  const panel = panelIn(workbench);
  await panel.getByRole('button', { name: 'Use this model' }).click();
  await quickRow(workbench, scope).click();
  await panel.locator('.decision', { hasText: said }).waitFor();
}

async function undo(workbench: Workbench): Promise<void> {
  await panelIn(workbench).getByRole('button', { name: 'Undo' }).click();
  await panelIn(workbench).locator('.decision', { hasText: 'Nothing has changed yet' }).waitFor();
}

describe.each(releases)('in the browser, with the $name VS Code', (release) => {
  let vscode: ServedWorkbench;
  beforeAll(async () => {
    vscode = await ServedWorkbench.start(release);
  });
  afterAll(() => vscode.stop());

  test('a refit is accepted and undone, and its numbers are those of the desktop to the last digit', async () => {
    const file = existsSync(SYNTHETIC) ? SYNTHETIC : small;
    const workbench = await openWindow(vscode, { settings: onTheWeb, card: 'kilograms/README.md' });
    await workbench.waitForText('predicted');
    const before = await hint(workbench);
    const panel = await refit(workbench, file);
    await panel.locator('.decision', { hasText: 'Nothing has changed yet' }).waitFor();
    await panel.locator('#cards', { hasText: '4 cards of this workspace' }).waitFor();
    await workbench.screenshot(`refit-on-the-web-${release.name}`);

    await accept(workbench, 'For this workspace', 'In use in this workspace');
    const place = join(workbench.folder, '.vscode');
    const [name = ''] = (await readdir(place)).filter((entry) => /model/.test(entry));
    const model = JSON.parse(await readFile(join(place, name), 'utf8')) as object;
    expect(model).toMatchObject(await modelOnNode(file));
    await undo(workbench);
    expect(await readdir(place)).toEqual(['settings.json']);

    await accept(workbench, 'For all my workspaces', 'In use in all your workspaces');
    await showTab(workbench, 'README.md');
    await expect.poll(() => hint(workbench), { timeout: 20_000 }).not.toBe(before);
    await showTab(workbench, 'Refit from');
    await undo(workbench);
    await showTab(workbench, 'README.md');
    await expect.poll(() => hint(workbench), { timeout: 20_000 }).toBe(before);
    await showTab(workbench, 'Refit from');
    await panelIn(workbench).getByRole('button', { name: 'Discard' }).click();
    await expect.poll(async () => (await tabs(workbench)).length).toBe(1);
    await workbench.close();
  });

  test('an export of lists in each other is refused by the worker before they fill its memory', async () => {
    const workbench = await openWindow(vscode, { settings: onTheWeb, card: 'kilograms/README.md' });
    for (const [name, place, content] of NESTED) {
      const file = join(folder, name);
      await writeFile(file, content);
      await startRefit(workbench, file);
      await message(workbench, `${place}: the record is nested more than 200 levels deep`);
      await clearMessages(workbench);
    }
    await workbench.close();
  });

  test('a refit is cancelled in the middle', async () => {
    const workbench = await openWindow(vscode, { settings: onTheWeb, card: 'kilograms/README.md' });
    await startRefit(workbench, large);
    const refitting = await message(workbench, /Refitting from large\.csv: Reading/);
    await refitting.getByText('Cancel', { exact: true }).click();
    await message(workbench, /The refit from large\.csv was stopped\. Nothing has changed\./);
    await workbench.close();
  });
});
