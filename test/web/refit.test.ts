import { assert } from 'chai';
import * as vscode from 'vscode';
import { waitUntil } from '../editor/wait-until';
import { suite, teardown, test } from './mocha';
import { exportOf, fileInWorkspace, tabs } from './workspace-files';

const { commands, workspace } = vscode;

suite('Refits in the browser', () => {
  const file = fileInWorkspace('hub.csv');

  teardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(file).then(undefined, () => undefined);
  });

  test('an export becomes a report, and nothing changes before it is accepted', async function () {
    this.timeout(120_000);
    await workspace.fs.writeFile(file, new TextEncoder().encode(exportOf(300)));
    await commands.executeCommand('modelCardCo2.refitModel', file);
    await waitUntil(() => tabs().includes('Refit from hub.csv'));
    assert.isUndefined(workspace.getConfiguration('modelCardCo2').inspect('model')?.workspaceValue);
  });
});
