import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { findFiles } from '../../src/vscode/find-files';
import { findCardFiles } from '../../src/vscode/workspace-cards';
import { SECTION } from '../../src/vscode/settings';

const [root] = vscode.workspace.workspaceFolders ?? [];
assert.ok(root, 'the tests have no workspace');
const { fsPath } = root.uri;

let folder = '';

/** Empty files in a folder of their own in the workspace. */
async function withFiles(names: readonly string[]): Promise<void> {
  folder = await mkdtemp(join(fsPath, 'found-'));
  for (const name of names) {
    await mkdir(join(folder, dirname(name)), { recursive: true });
    await writeFile(join(folder, name), '');
  }
}

/** Names in that folder. */
const inFolder = (uris: readonly vscode.Uri[]): string[] =>
  uris
    .map((uri) => uri.fsPath)
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length + 1));

async function cardFolders(names: readonly string[] | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration(SECTION)
    .update('cardFolders', names, vscode.ConfigurationTarget.Workspace);
}

suite('The search for cards', () => {
  teardown(async () => {
    await cardFolders(undefined);
    await rm(folder, { recursive: true, force: true });
  });

  test('counts what is left out towards no limit', async () => {
    await withFiles(['a/README.md', 'b/README.md', 'c/README.md', 'd/README.md']);
    await symlink(join(folder, 'd'), join(folder, 'a0'));
    const pattern = new vscode.RelativePattern(folder, '**/README.md');
    assert.deepEqual(inFolder(await findFiles(pattern, '', 2)), ['a/README.md', 'b/README.md']);
    const found = await findFiles(pattern, '', 2, ({ path }) => /\/[ab]\/README/.test(path));
    assert.deepEqual(inFolder(found), ['c/README.md', 'd/README.md']);
  });

  test('takes the names of card folders for what they are, and leads nowhere else', async () => {
    await withFiles(['cards [old]/a.md', 'cards o/b.md', 'notes/c.md']);
    const below = folder.slice(fsPath.length + 1);
    await cardFolders([`./${below}/cards [old]/`, `${below}/nowhere/../notes`, `${fsPath}/notes`, '..', '/']);
    assert.deepEqual(inFolder(await findCardFiles(1000)), ['cards [old]/a.md']);
  });
});
