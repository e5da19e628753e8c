import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServedWorkbench } from './served-workbench';

const CARD = `---
license: mit
co2_eq_emissions:
  emissions: 1.71
---

Training emitted 1.71 kg of CO2eq.
`;

let vscode: ServedWorkbench;
let folder: string;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
  folder = await mkdtemp(join(tmpdir(), 'model-card-folders-'));
  for (const name of ['lenient', 'strict']) {
    await mkdir(join(folder, name, '.vscode'), { recursive: true });
    await writeFile(join(folder, name, `README.md`), CARD);
  }
  const strict = { 'modelCardCo2.rules.emissions-kilograms': 'error' };
  await writeFile(join(folder, 'strict/.vscode/settings.json'), JSON.stringify(strict));
  const folders = [{ path: 'lenient' }, { path: 'strict' }];
  await writeFile(join(folder, 'both.code-workspace'), JSON.stringify({ folders }));
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ['lenient', 'warning'],
  ['strict', 'error'],
] as const)(
  'of two workspace folders, the %s one shows kilograms as its own settings say: %s',
  async (name, severity) => {
    const workbench = await vscode.open({
      folder,
      workspaceFile: 'both.code-workspace',
      card: `${name}/README.md`,
    });
    await workbench.waitForSquiggle(severity);
    expect(await workbench.nextProblem()).toContain('1.71 looks like kilograms');
    await workbench.close();
  },
);
