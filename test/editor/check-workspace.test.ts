import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';

/** What the command returns: the shape of the command line's JSON. */
interface Report {
  readonly file: string;
  readonly findings: readonly { readonly rule: string; readonly severity: string }[];
  readonly emissions: { readonly grams: number | null; readonly unit: string | null } | null;
  readonly prediction: unknown;
  readonly error?: string;
}

const KILOGRAMS = `---
license: mit
co2_eq_emissions:
  emissions: 1.71
  source: CodeCarbon
---

Training emitted 1.71 kg of CO2eq.
`;

const folders: string[] = [];

/** A folder in the workspace, whose cards are checked with those that are there already. */
async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(root, 'the tests have no workspace');
  const folder = await mkdtemp(join(root.uri.fsPath, 'checked-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'README.md'), content);
  }
  return folder;
}

/** Checks the workspace, and tells the reports on the cards of one folder by their names in it. */
async function check(folder: string): Promise<Map<string, Report>> {
  const reports = await vscode.commands.executeCommand<readonly Report[]>('modelCardCo2.checkWorkspace');
  const prefix = `${vscode.workspace.asRelativePath(folder)}/`;
  return new Map(
    reports
      .filter(({ file }) => file.startsWith(prefix))
      .map((report) => [report.file.slice(prefix.length).replace('/README.md', ''), report]),
  );
}

suite('Checking all model cards', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });

  (process.platform === 'win32' ? test.skip : test)('links do not lead out of the workspace', async () => {
    const folder = await folderWith({ here: KILOGRAMS, 'linked-file': '' });
    const outside = await mkdtemp(join(tmpdir(), 'model-card-outside-'));
    folders.push(outside);
    await mkdir(join(outside, 'deeper'));
    for (const place of ['.', 'deeper']) await writeFile(join(outside, place, 'README.md'), KILOGRAMS);
    await symlink(outside, join(folder, 'linked-folder'));
    await rm(join(folder, 'linked-file/README.md'));
    await symlink(join(outside, 'README.md'), join(folder, 'linked-file/README.md'));
    assert.deepEqual([...(await check(folder)).keys()], ['here']);
  });

  test('every model card is reported, those of datasets and Spaces are not', async () => {
    const folder = await folderWith({
      kilograms: KILOGRAMS,
      'with-mark': `\uFEFF${KILOGRAMS}`,
      dataset: '---\ntask_categories:\n- text-classification\n---\n',
      space: '---\nsdk: gradio\n---\n',
      plain: '# Tools\n',
      latin: Uint8Array.of(0x2d, 0x2d, 0x2d, 0x0a, 0xe9, 0x0a),
    });
    const reports = await check(folder);
    assert.deepEqual([...reports.keys()], ['kilograms', 'latin', 'with-mark']);
    for (const name of ['kilograms', 'with-mark']) {
      const report = reports.get(name);
      assert.deepEqual([report?.emissions?.unit, report?.emissions?.grams], ['kg', 1710]);
      assert.ok(report?.findings.some(({ rule }) => rule === 'emissions-kilograms'));
    }
    assert.match(reports.get('latin')?.error ?? '', /not UTF-8/);
  });

  test('a card that is open is checked as it stands there, unsaved', async () => {
    const folder = await folderWith({ kilograms: KILOGRAMS });
    const card = vscode.Uri.file(join(folder, 'kilograms/README.md'));
    const editor = await vscode.window.showTextDocument(card);
    const at = editor.document.getText().indexOf('1.71');
    const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 4));
    await editor.edit((edit) => edit.replace(range, '1710'));
    const report = (await check(folder)).get('kilograms');
    assert.deepEqual([report?.emissions?.unit, report?.emissions?.grams], ['g', 1710]);
    await editor.document.save();
  });

  test('severities follow the settings', async () => {
    const folder = await folderWith({ kilograms: KILOGRAMS });
    const settings = vscode.workspace.getConfiguration('modelCardCo2.rules');
    await settings.update('emissions-kilograms', 'error', vscode.ConfigurationTarget.Global);
    try {
      const report = (await check(folder)).get('kilograms');
      const finding = report?.findings.find(({ rule }) => rule === 'emissions-kilograms');
      assert.equal(finding?.severity, 'error');
    } finally {
      await settings.update('emissions-kilograms', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('no card is opened for being checked', async () => {
    const folder = await folderWith({ kilograms: KILOGRAMS });
    await check(folder);
    const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.fsPath.startsWith(folder));
    assert.deepEqual(open, []);
  });

  test('the editor keeps its turn while many cards are checked', async () => {
    const many = Array.from({ length: 300 }, (_, at) => [`model-${at}`, KILOGRAMS] as const);
    const folder = await folderWith(Object.fromEntries(many));
    let [longest, last] = [0, performance.now()];
    const beat = setInterval(() => {
      const now = performance.now();
      [longest, last] = [Math.max(longest, now - last), now];
    }, 1);
    const start = performance.now();
    const reports = await check(folder);
    clearInterval(beat);
    console.log(
      `      300 cards: ${Math.round(performance.now() - start)} ms, longest turn ${longest.toFixed(1)} ms`,
    );
    assert.equal(reports.size, 300);
    // Far above what one card takes, and far below the whole, for machines with much else to do.
    assert.ok(longest < 1000, `the editor waited ${longest} ms`);
  });
});
