import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import paper from '../../src/core/glm/paper.json';
import { Models } from '../../src/vscode/models/models';
import { show, temporaryFolder } from './card-in-editor';

const CARD =
  '---\npipeline_tag: text-generation\nco2_eq_emissions: 5\n---\n\nA model with 66 million parameters.\n';
const NO_FILE = 'This is no file, but a folder, a pipe, a device, or a link to nothing.';
const TOO_LARGE = 'This file has more than 10 MB, so it is no emissions model, which has some kilobytes.';

const ALIEN: readonly [what: string, make: (path: string) => Promise<unknown>, problem: string][] = [
  ['nothing', () => Promise.resolve(), 'This file is not there.'],
  ['a folder', (path) => mkdir(path), NO_FILE],
  ['a link to nothing', (path) => symlink(`${path}.gone`, path), NO_FILE],
  ['a device that never ends', (path) => symlink('/dev/zero', path), NO_FILE],
  ['a pipe that nobody writes to', (path) => Promise.resolve(execFileSync('mkfifo', [path])), NO_FILE],
  ['2 GB', (path) => writeFile(path, '').then(() => truncate(path, 2 ** 31)), TOO_LARGE],
  [
    'another JSON file',
    (path) => writeFile(path, '{}'),
    'This file is not an emissions model; “refit” writes them with its option --out.',
  ],
];

/** Of nothing that was opened before. */
const memory: vscode.Memento = {
  keys: () => [],
  get: <T>(_key: string, otherwise?: T) => otherwise,
  update: () => Promise.resolve(),
};

async function useModel(path: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('modelCardCo2');
  await settings.update('model', path, vscode.ConfigurationTarget.Global);
}

async function hint(document: vscode.TextDocument): Promise<string> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const [found] = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all,
  );
  return [found?.label ?? '']
    .flat()
    .map((part) => (typeof part === 'string' ? part : part.value))
    .join('');
}

(process.platform === 'win32' ? suite.skip : suite)('A model file that is none', () => {
  const models = new Models(memory);
  let folder: Awaited<ReturnType<typeof temporaryFolder>> | undefined;
  teardown(async () => {
    await useModel(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await folder?.remove();
  });

  for (const [what, make, problem] of ALIEN) {
    test(`${what}: is refused in a sentence, and the bundled model serves`, async () => {
      folder = await temporaryFolder({ 'README.md': CARD });
      const path = join(folder.path, 'model.json');
      await make(path);
      const file = vscode.Uri.file(path);
      assert.deepEqual(await models.read(file), { file, problem });
      const { document } = await show(join(folder.path, 'README.md'));
      await useModel(path);
      assert.match(await hint(document), /^≈ [\d.]+ g predicted$/);
    });
  }

  test('the file that the setting names is read where a link leads, also out of the folder', async () => {
    folder = await temporaryFolder({
      'elsewhere/model.json': JSON.stringify({ ...paper, title: 'Elsewhere' }),
      'here/README.md': CARD,
    });
    await symlink('../elsewhere/model.json', join(folder.path, 'here/linked.json'));
    for (const path of ['here/linked.json', 'here/../elsewhere/model.json']) {
      const read = await models.read(vscode.Uri.joinPath(vscode.Uri.file(folder.path), path));
      assert.equal('model' in read && read.model.title, 'Elsewhere');
    }
  });
});
