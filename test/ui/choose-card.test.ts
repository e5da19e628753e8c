import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServedWorkbench } from './served-workbench';

const CARD = '---\nlicense: mit\npipeline_tag: fill-mask\n---\n\n# A model\n';
const FILES = {
  '.gitignore': 'build/\n',
  '.model-card-co2.json': '{ "cardFolders": ["cards"], "exclude": ["archive/"] }',
  'README.md': CARD,
  'archive/README.md': CARD,
  'bert/README.md': CARD,
  'build/README.md': CARD,
  'cards/gpt.md': CARD,
  'notes/gpt.md': CARD,
  'dataset/README.md': '---\ntask_categories:\n- text-classification\n---\n',
};

let vscode: ServedWorkbench;
let folder: string;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
  folder = await mkdtemp(join(tmpdir(), 'model-card-choice-'));
  for (const [name, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  await symlink(join(folder, 'bert'), join(folder, 'linked'));
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a command without a card asks for one of those that are checked, and no others', async () => {
  const workbench = await vscode.open({ folder });
  await workbench.commandPalette('Model Card CO₂: Predict emissions');
  const choices = workbench.page.locator('.quick-input-list .monaco-list-row');
  await choices.filter({ hasText: 'cards/gpt.md' }).waitFor();
  expect(await choices.allInnerTexts()).toEqual([
    expect.stringMatching(/^bert\/README\.md/),
    expect.stringMatching(/^cards\/gpt\.md/),
    expect.stringMatching(/^README\.md/),
  ]);
  await workbench.screenshot('choose-card');
});
