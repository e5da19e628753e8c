import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setup, suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { largeExport } from '../refit/large-export';
import { acceptQuickPick, fileThere } from './accept-quick-pick';
import { temporaryFolder } from './card-in-editor';
import { waitUntil } from './wait-until';

const { commands, window, workspace, Uri } = vscode;

function reports(): string[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.map(({ label }) => label).filter((label) => label.startsWith('Refit from'));
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
    await acceptQuickPick(fileThere(target.fsPath));
    const lines = (await readFile(target.fsPath, 'utf8')).split('\n');
    assert.equal(
      lines[0],
      'model_id,parameters,likes,commits,created_at,last_modified,pipeline_tag,org_type,co2_eq_emissions,card_text',
    );
    const ids = lines.flatMap((line) => /^([\w-]+),\d*,0,/.exec(line)?.[1] ?? []);
    assert.deepEqual(ids, ['grams', 'kilograms', 'no-emissions', 'with-unit']);
  });
});
