import { afterAll, beforeAll, test } from 'vitest';
import { ServedWorkbench } from './served-workbench';

let vscode: ServedWorkbench;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
});
afterAll(() => vscode.stop());

test.each(['light', 'dark', 'high-contrast'] as const)('panel (%s)', async (theme) => {
  const workbench = await vscode.open({ theme, card: 'kilograms/README.md' });
  await workbench.page.setViewportSize({width: 1500, height: 2400});
  await workbench.commandPalette('Predict emissions');
  const frame = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
  await frame.locator('h1').waitFor({ timeout: 15000 }).catch(() => console.log('no h1'));
  await workbench.screenshot(`predict-panel-${theme}`);
  await workbench.page.locator('iframe.webview').screenshot({ path: `/tmp/p-${theme}.png` });
  await workbench.close();
});
