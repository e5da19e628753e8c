import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { findingsBecome, findingsOf, show, when } from './card-in-editor';

const CONFIG = '.model-card-co2.json';

const KILOGRAMS = `---
license: mit
co2_eq_emissions:
  emissions: 1.71
  source: CodeCarbon
  training_type: fine-tuning
  geographical_location: Singapore
  hardware_used: 1 x A100
---

Training emitted 1.71 kg of CO2eq.
`;

const [root] = vscode.workspace.workspaceFolders ?? [];
assert.ok(root, 'the tests have no workspace');
const { fsPath } = root.uri;
const configUri = vscode.Uri.joinPath(root.uri, CONFIG);

/** Writes the configuration of the workspace. */
async function configure(config: object | string): Promise<void> {
  await writeFile(join(fsPath, CONFIG), typeof config === 'string' ? config : JSON.stringify(config));
}

let folder: string | undefined;

/** Opens a card in a folder of its own in the workspace. Returns it with the name of the folder. */
async function openCard(name = 'README.md'): Promise<{ document: vscode.TextDocument; below: string }> {
  folder = await mkdtemp(join(fsPath, 'configured-'));
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), KILOGRAMS);
  const { document } = await show(join(folder, name));
  return { document, below: folder.slice(fsPath.length + 1) };
}

async function severityBecomes(
  document: vscode.TextDocument,
  severity: vscode.DiagnosticSeverity,
): Promise<void> {
  const isSo = () => findingsOf(document).some((finding) => finding.severity === severity);
  await when(vscode.languages.onDidChangeDiagnostics, isSo, `severity ${severity}`);
}

suite('The configuration file', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(join(fsPath, CONFIG), { force: true });
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  test('holds as soon as it is there, follows its changes, and no more when it is gone', async () => {
    const { document } = await openCard();
    await severityBecomes(document, vscode.DiagnosticSeverity.Warning);
    await configure({ rules: { 'emissions-kilograms': 'error' } });
    await severityBecomes(document, vscode.DiagnosticSeverity.Error);
    await configure({ rules: { 'emissions-kilograms': 'off' } });
    await findingsBecome(document, []);
    await rm(join(fsPath, CONFIG));
    await severityBecomes(document, vscode.DiagnosticSeverity.Warning);
  });

  test('decides on rules in place of the settings, as on the command line', async () => {
    const settings = vscode.workspace.getConfiguration('modelCardCo2');
    await settings.update('rules.emissions-kilograms', 'off', vscode.ConfigurationTarget.Global);
    try {
      const { document } = await openCard();
      await configure({});
      await findingsBecome(document, ['emissions-kilograms']);
    } finally {
      await settings.update('rules.emissions-kilograms', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('names card folders and exclusions, relative to the workspace folder', async () => {
    const { document, below } = await openCard('cards/mine.md');
    await configure({ cardFolders: [`${below}/cards`] });
    await findingsBecome(document, ['emissions-kilograms']);
    await configure({ cardFolders: [`${below}/cards`], exclude: ['configured-*/'] });
    await findingsBecome(document, []);
  });

  test('says what is wrong where it stands, and the rest of it holds', async () => {
    const { document } = await openCard();
    const problems = () =>
      vscode.languages.getDiagnostics(configUri).filter(({ source }) => source === 'Model Card CO₂');
    await configure('{\n  "rules": { "emissions-kilograms": "error", "emissions-gram": "off" }\n}');
    await when(vscode.languages.onDidChangeDiagnostics, () => problems().length > 0, 'a problem');
    const [problem] = problems();
    assert.match(problem?.message ?? '', /^There is no rule “emissions-gram”\. The rules are yaml-syntax, /);
    assert.deepEqual(problem?.range, new vscode.Range(1, 45, 1, 61));
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    await severityBecomes(document, vscode.DiagnosticSeverity.Error);
    await configure({});
    await when(vscode.languages.onDidChangeDiagnostics, () => problems().length === 0, 'no problem');
  });

  test('is not read through a link, which could lead out of the folder', async () => {
    const { document } = await openCard();
    await severityBecomes(document, vscode.DiagnosticSeverity.Warning);
    assert.ok(folder);
    await writeFile(join(folder, 'elsewhere.json'), '{"rules": {"emissions-kilograms": "off"}}');
    await symlink(join(folder, 'elsewhere.json'), join(fsPath, CONFIG));
    const told = () =>
      vscode.languages.getDiagnostics(configUri).some(({ message }) => /is a link/.test(message));
    await when(vscode.languages.onDidChangeDiagnostics, told, 'a problem');
    await severityBecomes(document, vscode.DiagnosticSeverity.Warning);
  });

  test('is JSON with comments for the editor, which completes the names of rules', async () => {
    await configure('{\n  // for all cards\n  "rules": { "" }\n}');
    const { document } = await show(join(fsPath, CONFIG));
    assert.equal(document.languageId, 'jsonc');
    let labels: string[] = [];
    for (let attempt = 0; attempt < 20 && labels.length === 0; attempt++) {
      // The editor's own JSON support starts with the first such document, and announces it nowhere.
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(2, 14),
      );
      labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      await delay(200);
    }
    assert.ok(labels.includes('emissions-kilograms'), labels.join());
  });

  test('and .gitignore leave cards out of the check of all', async () => {
    const { below } = await openCard();
    assert.ok(folder);
    for (const name of ['kept', 'excluded', 'ignored']) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'README.md'), KILOGRAMS);
    }
    await writeFile(join(folder, '.gitignore'), '/ignored\n');
    const { document } = await show(join(folder, 'excluded/README.md'));
    await findingsBecome(document, ['emissions-kilograms']);
    await configure({ exclude: ['excluded/'] });
    await findingsBecome(document, []);
    const reports = await vscode.commands.executeCommand<readonly { readonly file: string }[]>(
      'modelCardCo2.checkWorkspace',
    );
    const files = reports.map(({ file }) => file).filter((file) => file.startsWith(below));
    assert.deepEqual(files, [`${below}/README.md`, `${below}/kept/README.md`]);
  });
});
