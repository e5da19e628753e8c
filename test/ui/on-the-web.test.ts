import { afterAll, beforeAll, expect, test } from 'vitest';
import { onTheWeb } from '../host/user-settings';
import { ServedWorkbench } from './served-workbench';

let vscode: ServedWorkbench;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
});
afterAll(() => vscode.stop());

test('in the browser kilograms become grams, and the prediction says what it could not read', async () => {
  const card = 'kilograms/README.md';
  const workbench = await vscode.open({ settings: onTheWeb });
  await workbench.openCard(card);
  await workbench.waitForSquiggle('warning');
  expect(await workbench.nextProblem()).toContain('1.71 looks like kilograms');
  await workbench.page.keyboard.press('Escape');
  await workbench.quickFix('Change to 1710');
  await workbench.waitForNoSquiggle('warning');
  expect(await workbench.save(card)).toContain('emissions: 1710');

  await workbench.commandPalette('Model Card CO₂: Predict emissions');
  await workbench.page.locator('.tab.active', { hasText: /predict/i }).waitFor();
  const panel = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await panel.getByText('VS Code for the Web has no git').first().waitFor();
  await workbench.screenshot('on-the-web');
  await workbench.close();
});
