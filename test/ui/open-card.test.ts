import { afterAll, beforeAll, test } from 'vitest';
import { ServedWorkbench } from './served-workbench';

let vscode: ServedWorkbench;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
});
afterAll(() => vscode.stop());

test.each(['light', 'dark', 'high-contrast'] as const)(
  'a sample card opens in the workbench (%s)',
  async (theme) => {
    const workbench = await vscode.open({ theme });
    await workbench.openCard('kilograms/README.md');
    await workbench.waitForText('emissions: 1.71');
    await workbench.screenshot(`open-card-${theme}`);
    await workbench.close();
  },
);
