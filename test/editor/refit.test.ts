import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { setup, suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { largeExport } from '../refit/large-export';
import { temporaryFolder } from './card-in-editor';
import { waitUntil } from './wait-until';

const { commands, window, workspace, Uri } = vscode;

function reports(): string[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.map(({ label }) => label).filter((label) => label.startsWith('Refit from'));
}

/** Picks what a quick pick has selected, as soon as it is there; it announces itself with no event. */
async function acceptQuickPick(done: Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt++) {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const isDone = await Promise.race([done.then(() => true), delay(250, false)]);
    if (isDone) return;
  }
}

suite('Refits', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const setting = () => workspace.getConfiguration('modelCardCo2').inspect('model');

  setup(async () => {
    folder = await temporaryFolder({});
  });
  teardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await folder.remove();
  });

  test('an export becomes a report, and nothing changes before it is accepted', async function () {
    this.timeout(60_000);
    const before = setting();
    const file = join(folder.path, 'hub.csv');
    await largeExport(file, 300);
    await commands.executeCommand('modelCardCo2.refitModel', Uri.file(file));
    await waitUntil(() => reports().includes('Refit from hub.csv'));
    assert.deepEqual(setting(), before);
    assert.deepEqual(await readdir(folder.path), ['hub.csv']);
  });

  test('a refit that fails opens no report', async function () {
    this.timeout(60_000);
    const done = commands.executeCommand('modelCardCo2.refitModel', Uri.file(join(folder.path, 'no.csv')));
    await done;
    assert.deepEqual(reports(), []);
  });

  test('the cards of the workspace become an export', async function () {
    this.timeout(60_000);
    const target = Uri.file(join(folder.path, 'cards.csv'));
    void commands.executeCommand('modelCardCo2.exportWorkspaceCards', target);
    await acceptQuickPick(fileThere(target));
    const lines = (await readFile(target.fsPath, 'utf8')).split('\n');
    assert.equal(
      lines[0],
      'model_id,parameters,likes,commits,created_at,last_modified,pipeline_tag,org_type,co2_eq_emissions,card_text',
    );
    const ids = lines.flatMap((line) => /^([\w-]+),\d*,0,/.exec(line)?.[1] ?? []);
    assert.deepEqual(ids, ['grams', 'kilograms', 'no-emissions', 'with-unit']);
  });
});

async function fileThere(file: vscode.Uri): Promise<void> {
  for (;;) {
    const isThere = await workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await delay(100);
  }
}
