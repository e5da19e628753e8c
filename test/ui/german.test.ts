import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServedWorkbench } from './served-workbench';

let vscode: ServedWorkbench;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
});
afterAll(() => vscode.stop());

test('a finding, its fix and the hover are German where VS Code is', async () => {
  const workbench = await vscode.open({ language: 'de' });
  await workbench.openCard('kilograms/README.md');
  await workbench.waitForSquiggle('warning');

  expect(await workbench.nextProblem()).toContain('1.71 sieht nach Kilogramm aus: im Text steht');
  await workbench.screenshot('german-finding');
  await workbench.page.keyboard.press('Escape');

  const fixes = await workbench.quickFixes();
  expect(fixes).toContain('In 1710 ändern, da 1.71 in Kilogramm angegeben ist');
  await workbench.screenshot('german-fixes');
  await workbench.page.keyboard.press('Escape');

  await workbench.hover();
  // What the extension says comes after VS Code's own part of it.
  const hover = workbench.page.locator('.monaco-hover', { hasText: 'Der Hub liest 1.71 g CO₂eq' });
  await hover.first().waitFor();
  await workbench.close();
});

test('commands, the hint and the panel are German as well', async () => {
  const workbench = await vscode.open({ language: 'de' });
  await workbench.openCard('kilograms/README.md');
  await workbench.waitForText('vorhergesagt');
  await workbench.commandPalette('Model Card CO₂: Emissionen vorhersagen');
  const page = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
  await page.getByText('Vorhergesagt', { exact: true }).first().waitFor();
  await workbench.screenshot('german-panel');
  await workbench.close();
});
