import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { largeExport } from '../refit/large-export';
import { choose, nameFile, openWindow, reportOf, tabs } from './refit-window';
import { ServedWorkbench } from './served-workbench';
import { panelIn } from './webview';

let vscode: ServedWorkbench;
let folder: string;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
  folder = await mkdtemp(join(tmpdir(), 'model-card-german-'));
  await largeExport(join(folder, 'hub.csv'), 400);
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the panel of a prediction is German where VS Code is', async () => {
  const workbench = await openWindow(vscode, { language: 'de' });
  await workbench.openCard('kilograms/README.md');
  await workbench.commandPalette('Model Card CO₂: Predict emissions');
  const panel = panelIn(workbench);
  await panel.locator('h2', { hasText: 'Gegenüberstellung' }).waitFor();
  expect(await panel.locator('html').getAttribute('lang')).toBe('de');
  expect(await panel.locator('#model h2').innerText()).toBe('Verwendetes Modell');
  await workbench.screenshot('german-predict-panel');
  await workbench.close();
});

test('a refit asks, reports and offers in German', async () => {
  const workbench = await openWindow(vscode, { language: 'de' });
  await workbench.openCard('kilograms/README.md');
  await workbench.commandPalette('Model Card CO₂: Refit emissions model');
  await choose(workbench, 'Datei auswählen');
  await nameFile(workbench.page, join(folder, 'hub.csv'));
  const panel = await reportOf(workbench, 'hub.csv');
  await panel.locator('button', { hasText: 'Dieses Modell verwenden' }).waitFor();
  const headings = await panel.locator('.report h2').allInnerTexts();
  expect(headings).toEqual(expect.arrayContaining(['Koeffizienten', 'Verworfene Zeilen', 'Quelle']));
  expect(await tabs(workbench)).toContain('Neuanpassung aus hub.csv');
  expect(await panel.locator('h1').innerText()).toBe('Neuanpassung aus hub.csv');
  await workbench.screenshot('german-refit-panel');
  await workbench.close();
});
