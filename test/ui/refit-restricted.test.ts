import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restrictedMode } from '../host/user-settings';
import { largeExport } from '../refit/large-export';
import { message, nameFile, openWindow, refit } from './refit-window';
import { ServedWorkbench } from './served-workbench';

let vscode: ServedWorkbench;
let folder: string;
let small: string;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
  folder = await mkdtemp(join(tmpdir(), 'model-card-refit-'));
  small = join(folder, 'hub.csv');
  await largeExport(small, 400);
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

test('in Restricted Mode a refit touches nothing of the folder, and a model is accepted for the user alone', async () => {
  const workbench = await openWindow(vscode, { card: 'kilograms/README.md', settings: restrictedMode });
  const files = await readdir(workbench.folder, { recursive: true });
  const panel = await refit(workbench, small);
  await panel.locator('#cards', { hasText: 'cards of this workspace' }).waitFor();
  await workbench.screenshot('refit-restricted');

  await panel.getByRole('button', { name: 'Markdown' }).click();
  await nameFile(workbench.page, join(workbench.folder, 'report.md'));
  await message(workbench, 'In Restricted Mode nothing is written into this workspace.');
  await workbench.commandPalette('Notifications: Clear All Notifications');
  await panel.getByRole('button', { name: 'Model file' }).click();
  await nameFile(workbench.page, join(folder, 'model.json'));
  await panel.locator('.status', { hasText: 'model.json' }).waitFor();

  // There is nothing to ask: the settings of a folder that is not trusted are neither read nor written.
  await panel.getByRole('button', { name: 'Use this model' }).click();
  await panel.locator('.decision', { hasText: 'In use in all your workspaces' }).waitFor();
  expect(await readdir(workbench.folder, { recursive: true })).toEqual(files);
  const settings = JSON.parse(await readFile(join(vscode.data, 'data/User/settings.json'), 'utf8')) as object;
  expect(settings).toHaveProperty(['modelCardCo2.model'], expect.stringMatching(/emissions-model-.*\.json$/));
  await panel.getByRole('button', { name: 'Undo' }).click();
  await panel.locator('.decision', { hasText: 'Nothing has changed yet' }).waitFor();
  const after = await readFile(join(vscode.data, 'data/User/settings.json'), 'utf8');
  expect(after).not.toContain('modelCardCo2.model');
  await workbench.close();
});
