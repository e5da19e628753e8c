import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { applyQuickFix, findingsBecome } from '../editor/card-findings';
import { show } from '../editor/card-in-editor';
import { recordAccess } from '../editor/recorded-access';

suite('Restricted Mode', () => {
  test('findings, fixes and the prediction need no program and no file beside the card', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    assert.ok(folder, 'no folder is open');
    const repository = join(folder, 'kilograms');
    const recording = recordAccess();
    try {
      const { document } = await show(join(repository, 'README.md'));
      const [finding] = await findingsBecome(document, ['emissions-kilograms']);
      assert.ok(finding);
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
      assert.equal(hints.length, 1);
      await applyQuickFix(document, finding.range);
      await findingsBecome(document, []);
      assert.match(document.getText(), /^ {2}emissions: 1710$/m);
      await vscode.commands.executeCommand('modelCardCo2.predictEmissions', document.uri);
    } finally {
      recording.stop();
    }
    assert.deepEqual(recording.programs, []);
    assert.deepEqual(
      recording.paths.filter((path) => path.startsWith(repository)),
      [],
    );
  });
});
