import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { show, temporaryFolder } from './card-in-editor';
import { recordAccess } from './recorded-access';

const CARD = '---\npipeline_tag: fill-mask\nco2_eq_emissions:\n  emissions: 5\n---\n\n# A model\n';

// The counterpart of test/restricted: the same recording sees what a trusted folder allows.
suite('A trusted folder', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('its git history and the files beside the card are read for the prediction', async () => {
    // A folder of its own: what was read of another one within the last minute is not read again.
    const folder = await temporaryFolder({ 'README.md': CARD, 'config.json': '{}' });
    execFileSync('git', ['init', '--quiet'], { cwd: folder.path });
    const recording = recordAccess();
    try {
      const { document } = await show(join(folder.path, 'README.md'));
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      await vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, whole);
    } finally {
      recording.stop();
      await folder.remove();
    }
    assert.ok(recording.programs.includes('git'), 'git was not started');
    assert.deepEqual(recording.connections, []);
    assert.ok(recording.paths.includes(join(folder.path, 'config.json')), 'config.json was not read');
  });
});
