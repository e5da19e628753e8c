import { afterAll, beforeAll, test } from 'vitest';
import { ServedWorkbench } from './served-workbench';

let vscode: ServedWorkbench;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
});
afterAll(() => vscode.stop());

test('the walkthrough leads to a new model card', async () => {
  const workbench = await vscode.open();
  const { page } = workbench;
  await workbench.commandPalette('Welcome: Open Walkthrough...');
  await page.keyboard.type('Declare a model');
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'Declare a model’s emissions' })
    .waitFor();
  await page.keyboard.press('Enter');
  for (const step of ['Open a model card', 'Turn kilograms into grams', 'See what is to be expected']) {
    await page.locator('.gettingStartedContainer .step-title', { hasText: step }).waitFor();
  }
  await workbench.screenshot('walkthrough');
  await page.locator('.gettingStartedContainer .monaco-button', { hasText: 'New model card' }).click();
  await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
  await workbench.waitForText('Name of the model');
  await workbench.close();
});
