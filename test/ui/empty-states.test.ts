import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { largeExport } from '../refit/large-export';
import { message, openWindow, refit, startRefit } from './refit-window';
import { ServedWorkbench } from './served-workbench';
import { barriers, chooseTheme, panelIn } from './webview';
import type { Workbench } from './workbench';

/** Nothing tells how large this model is. */
const NO_SIZE = '---\npipeline_tag: fill-mask\nco2_eq_emissions:\n  emissions: 5\n---\n\n# A model\n';

let vscode: ServedWorkbench;
let folder: string;
let cards: string;
let nothing: string;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
  folder = await mkdtemp(join(tmpdir(), 'model-card-empty-'));
  cards = join(folder, 'cards');
  nothing = join(folder, 'nothing');
  await mkdir(join(cards, 'tern'), { recursive: true });
  await mkdir(nothing);
  await writeFile(join(nothing, 'notes.txt'), 'Nothing here is a model card.\n');
  await writeFile(join(cards, 'tern/README.md'), NO_SIZE);
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Pictures of what is shown, in every kind of theme; and no barrier in any. */
async function lookAt(workbench: Workbench, name: string): Promise<void> {
  const themes = [
    ['Light Modern', 'light'],
    ['Dark High Contrast', 'high-contrast'],
    ['Light High Contrast', 'high-contrast-light'],
    ['Dark Modern', 'dark'],
  ] as const;
  for (const [theme, kind] of themes) {
    await chooseTheme(workbench, theme);
    const panel = panelIn(workbench);
    await panel.locator(`body.vscode-${kind}`).waitFor();
    await workbench.screenshot(`${name}-${kind}`);
    expect(await barriers(panel), theme).toEqual([]);
  }
}

test('without a size there is no prediction, and the panel says what would give one', async () => {
  const workbench = await openWindow(vscode, { folder: cards, theme: 'dark', card: 'tern/README.md' });
  await workbench.commandPalette('Model Card CO₂: Predict emissions');
  await panelIn(workbench).locator('.missing', { hasText: 'size' }).waitFor();
  await lookAt(workbench, 'empty-predict');
  await workbench.close();
});

test('without a card to try them on, the models are compared all the same', async () => {
  const hub = join(folder, 'hub.csv');
  await largeExport(hub, 400);
  const workbench = await openWindow(vscode, { folder: nothing, theme: 'dark' });
  const panel = await refit(workbench, hub);
  await panel.locator('#cards', { hasText: 'This workspace has no model card' }).waitFor();
  await lookAt(workbench, 'empty-refit');
  await workbench.close();
});

test('an export without a usable row says why none is, and opens no report', async () => {
  const hub = join(folder, 'silent.csv');
  await writeFile(
    hub,
    'model_id,parameters,likes,commits,created_at,last_modified,pipeline_tag,co2_eq_emissions\na/b,1,2,3,2022-01-01,2022-02-02,fill-mask,\n',
  );
  const workbench = await openWindow(vscode, { folder: nothing, theme: 'dark' });
  await startRefit(workbench, hub);
  const said = await message(workbench, /The model in use has not changed/);
  await workbench.screenshot('empty-refit-rows');
  expect(await said.innerText()).toMatch(/emissions/);
  await workbench.close();
});

test('without a card the prediction asks for one', async () => {
  const workbench = await openWindow(vscode, { folder: nothing, theme: 'dark' });
  await workbench.commandPalette('Model Card CO₂: Predict emissions');
  await message(workbench, /no model card/i);
  await workbench.screenshot('empty-no-card');
  await workbench.close();
});
