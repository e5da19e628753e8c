import assert from 'node:assert/strict';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { findingsBecome } from './card-in-editor';

suite('A new model card', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('is an unsaved document that is checked from the start, and in which nothing is wrong', async () => {
    await vscode.commands.executeCommand('modelCardCo2.newModelCard');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const { document } = editor;
    assert.equal(document.isUntitled, true);
    assert.equal(document.getText(editor.selection), 'en');

    const license = document.getText().indexOf('apache-2.0');
    const wrong = new vscode.Range(document.positionAt(license), document.positionAt(license + 10));
    await editor.edit((edit) => edit.replace(wrong, 'apache-3.0'));
    await findingsBecome(document, ['metadata-schema']);
    await editor.edit((edit) => edit.replace(wrong, 'apache-2.0'));
    await findingsBecome(document, []);
  });
});
