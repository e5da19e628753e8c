import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { applyQuickFix, findingsBecome } from '../editor/card-findings';
import { show, temporaryFolder } from '../editor/card-in-editor';
import { recordAccess } from '../editor/recorded-access';
import { waitUntil } from '../editor/wait-until';
import { largeExport } from '../refit/large-export';

suite('Restricted Mode', () => {
  test('the configuration file holds: it is data, and lies in the folder', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    assert.ok(folder, 'no folder is open');
    const config = join(folder, '.model-card-co2.json');
    await writeFile(config, '{"rules": {"emissions-kilograms": "off", "emissions-context": "off"}}');
    try {
      const { document } = await show(join(folder, 'kilograms/README.md'));
      await findingsBecome(document, []);
      await rm(config);
      await findingsBecome(document, ['emissions-kilograms']);
    } finally {
      await rm(config, { force: true });
    }
  });

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
    assert.deepEqual(recording.connections, []);
    assert.equal(recording.workers(), 0);
    // The card itself comes as a document of the editor.
    assert.deepEqual(foreign(recording.paths, [join(folder, '.model-card-co2.json')]), []);
  });

  test('a refit starts no program, and reads nothing in the folder but the cards themselves', async function () {
    this.timeout(60_000);
    assert.equal(vscode.workspace.isTrusted, false);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    assert.ok(folder, 'no folder is open');
    const place = await temporaryFolder({});
    const file = join(place.path, 'hub.csv');
    await largeExport(file, 300);
    const recording = recordAccess();
    try {
      await vscode.commands.executeCommand('modelCardCo2.refitModel', vscode.Uri.file(file));
      await waitUntil(() => tabLabels().includes('Refit from hub.csv'));
    } finally {
      recording.stop();
      await place.remove();
    }
    assert.deepEqual(recording.programs, []);
    assert.deepEqual(recording.connections, []);
    assert.ok(recording.paths.includes(file), 'the worker was not seen to read the export');
    const reports = recording.paths.filter((path) => /[\\/]refits[\\/]/.test(path));
    assert.notDeepEqual(reports, []);
    // Folders are asked whether they are links.
    const folders = ['grams', 'kilograms', 'no-emissions', 'with-unit'].map((name) => join(folder, name));
    const cards = [...folders, ...folders.map((path) => join(path, 'README.md'))];
    const config = join(folder, '.model-card-co2.json');
    assert.deepEqual(foreign(recording.paths, [place.path, file, ...reports, ...cards, config]), []);
  });
});

/** Paths outside the extension's own folder, each once, that are none of those expected. */
function foreign(paths: readonly string[], expected: readonly string[]): string[] {
  const own = vscode.extensions.getExtension('model-card-co2.model-card-co2')?.extensionPath ?? '';
  const others = paths.map(plainPath).filter((path) => !path.startsWith(join(own, 'dist')));
  return [...new Set(others)].filter((path) => !expected.includes(path)).sort();
}

/** Node opens modules by address as well. */
function plainPath(path: string): string {
  return path.startsWith('file:') ? vscode.Uri.parse(path).fsPath : path;
}

function tabLabels(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}
