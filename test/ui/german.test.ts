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

  expect(await workbench.hover()).toContain('Der Hub liest 1.71 g CO₂eq');
  await workbench.close();
});
