import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { show } from './card-in-editor';
import { recordAccess } from './recorded-access';

// The counterpart of test/restricted: the same recording sees what a trusted folder allows.
suite('A trusted folder', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('its git history and the files beside the card are read for the prediction', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    assert.ok(folder, 'no folder is open');
    const recording = recordAccess();
    try {
      const { document } = await show(join(folder, 'no-emissions/README.md'));
      await vscode.commands.executeCommand(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(1, 0),
      );
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      await vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, whole);
    } finally {
      recording.stop();
    }
    assert.ok(recording.programs.includes('git'), 'git was not started');
    assert.ok(recording.paths.includes(join(folder, 'no-emissions/config.json')), 'config.json was not read');
  });
});
