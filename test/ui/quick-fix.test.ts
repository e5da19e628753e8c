import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../host/project';
import { ServedWorkbench } from './served-workbench';

let vscode: ServedWorkbench;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
});
afterAll(() => vscode.stop());

test.each(['light', 'dark'] as const)('kilograms become grams by keyboard alone (%s)', async (theme) => {
  const card = 'kilograms/README.md';
  const before = await readFile(join(projectRoot, 'test/samples', card), 'utf8');
  const workbench = await vscode.open({ theme });
  await workbench.openCard(card);
  await workbench.waitForSquiggle('warning');
  await workbench.waitForText('predicted');

  expect(await workbench.nextProblem()).toContain('1.71 looks like kilograms');
  await workbench.screenshot(`kilograms-message-${theme}`);
  await workbench.page.keyboard.press('Escape');

  await workbench.quickFix('Change to 1710');
  await workbench.waitForNoSquiggle('warning');
  expect(await workbench.save(card)).toBe(before.replace('emissions: 1.71', 'emissions: 1710'));
  await workbench.screenshot(`kilograms-fixed-${theme}`);
  await workbench.close();
});

test('the hover at the value tells what it means', async () => {
  const workbench = await vscode.open();
  await workbench.openCard('grams/README.md');
  await workbench.goTo(7, 15);
  expect(await workbench.hover()).toMatch(/12.84|grams/);
  await workbench.close();
});

test('a prediction is a command of the palette', async () => {
  const workbench = await vscode.open();
  await workbench.openCard('kilograms/README.md');
  await workbench.waitForText('predicted');
  await workbench.commandPalette('Model Card CO₂: Predict emissions');
  await workbench.page.locator('.tab.active', { hasText: /predict/i }).waitFor();
  await workbench.screenshot('predict');
  await workbench.close();
});
