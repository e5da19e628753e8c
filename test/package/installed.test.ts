import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../host/project';
import { newest } from '../host/releases';
import { ServedWorkbench } from '../ui/served-workbench';
import { packedFile } from './packed-file';

let vscode: ServedWorkbench;
beforeAll(async () => {
  vscode = await ServedWorkbench.start(newest, packedFile);
});
afterAll(() => vscode.stop());

test('the packed extension, installed into a clean profile, turns kilograms into grams', async () => {
  const card = 'kilograms/README.md';
  const before = await readFile(join(projectRoot, 'test/samples', card), 'utf8');
  const workbench = await vscode.open();
  await workbench.openCard(card);
  await workbench.waitForSquiggle('warning');
  await workbench.waitForText('predicted');
  expect(await workbench.nextProblem()).toContain('1.71 looks like kilograms');
  await workbench.page.keyboard.press('Escape');

  await workbench.quickFix('Change to 1710');
  await workbench.waitForNoSquiggle('warning');
  expect(await workbench.save(card)).toBe(before.replace('emissions: 1.71', 'emissions: 1710'));
  await workbench.screenshot('installed-from-vsix');

  await workbench.commandPalette('Model Card CO₂: Predict emissions');
  await workbench.page.locator('.tab.active', { hasText: /predict/i }).waitFor();
  await workbench.close();
});
