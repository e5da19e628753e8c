import assert from 'node:assert/strict';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import {
  findingsAtBecome,
  applyFirst,
  codeActions,
  findingsBecome,
  findingsOf,
  ruleOf,
  show,
  temporaryFolder,
} from './card-in-editor';

/** CodeCarbon's kilograms pasted, and the text that proves it. */
const KILOGRAMS = `---
license: apache-2.0
co2_eq_emissions:
  emissions: 1.71 # measured
  source: CodeCarbon
  training_type: fine-tuning
  geographical_location: Singapore
  hardware_used: 1 x A100
---

# Somebody's model

Training emitted 1.71 kg of CO2eq.
`;

const WITH_UNIT = KILOGRAMS.replace('1.71 # measured', '"1.71 kg"');

let remove: (() => Promise<void>) | undefined;

async function openCard(content: string, name = 'README.md'): Promise<vscode.TextEditor> {
  const folder = await temporaryFolder({ [name]: content });
  remove = () => folder.remove();
  return show(join(folder.path, name));
}

/** As the explorer does. */
async function deleteFile(uri: vscode.Uri): Promise<void> {
  const deletion = new vscode.WorkspaceEdit();
  deletion.deleteFile(uri);
  await vscode.workspace.applyEdit(deletion);
}

suite('Findings and fixes', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove?.();
  });

  test('kilograms are flagged at the number, with a link to the page of the rule', async () => {
    const { document } = await openCard(KILOGRAMS);
    const [finding] = await findingsBecome(document, ['emissions-kilograms']);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), '1.71');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(finding.message, /looks like kilograms/);
    assert.ok(typeof finding.code === 'object');
    const page = await vscode.workspace.fs.readFile(finding.code.target);
    assert.match(new TextDecoder().decode(page), /emissions-kilograms/);
  });

  test('the quick fix converts the number, touches nothing else, and the finding goes', async () => {
    const { document } = await openCard(KILOGRAMS);
    const [finding] = await findingsBecome(document, ['emissions-kilograms']);
    assert.ok(finding);
    const action = await applyFirst(await codeActions(document, finding.range));
    assert.equal(action.isPreferred, true);
    assert.equal(document.getText(), KILOGRAMS.replace('1.71 # measured', '1710 # measured'));
    await findingsBecome(document, []);
  });

  test('the quick fix keeps Windows line ends', async () => {
    const crlf = KILOGRAMS.replaceAll('\n', '\r\n');
    const { document } = await openCard(crlf);
    const [finding] = await findingsBecome(document, ['emissions-kilograms']);
    assert.ok(finding);
    await applyFirst(await codeActions(document, finding.range));
    assert.equal(document.getText(), crlf.replace('1.71 # measured', '1710 # measured'));
  });

  test('findings follow the typing: what is mended goes, what is new comes', async () => {
    const editor = await openCard(KILOGRAMS);
    const { document } = editor;
    const [finding] = await findingsBecome(document, ['emissions-kilograms']);
    assert.ok(finding);
    await editor.edit((edit) => edit.replace(finding.range, '1710'));
    await findingsBecome(document, []);
    const line = document.lineAt(finding.range.start.line);
    await editor.edit((edit) => edit.replace(line.range, '  emissions: "1.71 kg"'));
    await findingsBecome(document, ['emissions-unit']);
  });

  test('an ignore comment silences a finding, and a second rule joins the same comment', async () => {
    const { document } = await openCard(KILOGRAMS.replace('fine-tuning', 'finetuned'));
    const findings = await findingsBecome(document, ['emissions-kilograms', 'training-type']);
    const kilograms = findings.find((finding) => ruleOf(finding) === 'emissions-kilograms');
    assert.ok(kilograms);
    const silence = (await codeActions(document, kilograms.range)).filter(({ title }) =>
      title.startsWith('Ignore'),
    );
    await applyFirst(silence);
    await findingsBecome(document, ['training-type']);
    assert.match(document.getText(), /^ {2}# co2-ignore: emissions-kilograms$/m);
  });

  test('fix all applies the fix of a unit, and leaves judgements to the author', async () => {
    const fixAll = vscode.CodeActionKind.SourceFixAll.append('modelCardCo2');
    const { document } = await openCard(WITH_UNIT);
    await findingsBecome(document, ['emissions-unit']);
    await applyFirst(await codeActions(document, new vscode.Range(0, 0, 0, 0), fixAll));
    assert.match(document.getText(), /^ {2}emissions: 1710$/m);
    await findingsBecome(document, []);
    assert.deepEqual(await codeActions(document, new vscode.Range(0, 0, 0, 0), fixAll), []);
  });

  test('fix all runs on save where the user wants it', async () => {
    const editor = await openCard(WITH_UNIT);
    const { document } = editor;
    await findingsBecome(document, ['emissions-unit']);
    const settings = vscode.workspace.getConfiguration('editor', document.uri);
    await settings.update(
      'codeActionsOnSave',
      { 'source.fixAll.modelCardCo2': 'explicit' },
      vscode.ConfigurationTarget.Global,
    );
    try {
      await editor.edit((change) => change.insert(document.lineAt(document.lineCount - 1).range.end, '\n'));
      await document.save();
      assert.match(document.getText(), /^ {2}emissions: 1710$/m);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('severities follow the settings: one rule, and a glob over rules', async () => {
    const { document } = await openCard(KILOGRAMS);
    await findingsBecome(document, ['emissions-kilograms']);
    const settings = vscode.workspace.getConfiguration('modelCardCo2', document.uri);
    const { Global } = vscode.ConfigurationTarget;
    try {
      await settings.update('rules.emissions-kilograms', 'off', Global);
      await findingsBecome(document, []);
      await settings.update('ruleCustomizations', [{ rule: 'emissions-*', severity: 'error' }], Global);
      const findings = await findingsBecome(document, ['emissions-kilograms']);
      assert.equal(findings[0]?.severity, vscode.DiagnosticSeverity.Error);
    } finally {
      await settings.update('rules.emissions-kilograms', undefined, Global);
      await settings.update('ruleCustomizations', undefined, Global);
    }
  });

  test('closing a card takes its findings away', async () => {
    const folder = await temporaryFolder({ 'README.md': KILOGRAMS });
    remove = () => folder.remove();
    const uri = vscode.Uri.file(join(folder.path, 'README.md'));
    // As a user opens it: a document that an extension asked for stays open for minutes.
    await vscode.commands.executeCommand('vscode.open', uri);
    await findingsAtBecome(uri, ['emissions-kilograms']);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await findingsAtBecome(uri, []);
  });

  test('deleting a card takes its findings away', async () => {
    const { document } = await openCard(KILOGRAMS);
    await findingsBecome(document, ['emissions-kilograms']);
    await deleteFile(document.uri);
    await findingsBecome(document, []);
  });

  test('a card that was deleted and is there again has its findings again', async () => {
    const { document } = await openCard(KILOGRAMS);
    await findingsBecome(document, ['emissions-kilograms']);
    await deleteFile(document.uri);
    await findingsBecome(document, []);
    await writeFile(document.uri.fsPath, KILOGRAMS);
    await show(document.uri.fsPath);
    await findingsAtBecome(document.uri, ['emissions-kilograms']);
  });

  test('a card that an extension keeps open is closed with its deletion as well', async () => {
    const { document } = await openCard(KILOGRAMS);
    await vscode.workspace.openTextDocument(document.uri);
    await findingsBecome(document, ['emissions-kilograms']);
    await deleteFile(document.uri);
    await findingsBecome(document, []);
    assert.ok(document.isClosed);
  });

  test('a card that is renamed to something else is one no longer', async () => {
    const { document } = await openCard(KILOGRAMS);
    await findingsBecome(document, ['emissions-kilograms']);
    const renaming = new vscode.WorkspaceEdit();
    const notes = vscode.Uri.joinPath(document.uri, '..', 'notes.md');
    renaming.renameFile(document.uri, notes);
    await vscode.workspace.applyEdit(renaming);
    await findingsBecome(document, []);
    const renamed = await vscode.workspace.openTextDocument(notes);
    assert.deepEqual(findingsOf(renamed), []);
  });

  test('a card that appears under its name by a rename on disk is checked when it is opened', async () => {
    const folder = await temporaryFolder({ 'draft.md': KILOGRAMS });
    remove = () => folder.remove();
    await rename(join(folder.path, 'draft.md'), join(folder.path, 'readme.MD'));
    const { document } = await show(join(folder.path, 'readme.MD'));
    await findingsBecome(document, ['emissions-kilograms']);
  });

  test('an unsaved document with the metadata of a model card is checked', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: KILOGRAMS });
    await vscode.window.showTextDocument(document);
    await findingsBecome(document, ['emissions-kilograms']);
  });

  test('the present side of a diff is checked', async () => {
    const folder = await temporaryFolder({ 'README.md': KILOGRAMS, 'old.md': WITH_UNIT });
    remove = () => folder.remove();
    const card = vscode.Uri.file(join(folder.path, 'README.md'));
    await vscode.commands.executeCommand('vscode.diff', vscode.Uri.file(join(folder.path, 'old.md')), card);
    const document = await vscode.workspace.openTextDocument(card);
    await findingsBecome(document, ['emissions-kilograms']);
  });

  test('the card of a dataset is left alone', async () => {
    const dataset = '---\nlicense: no-such-licence\ntask_categories:\n- text-classification\n---\n\n# Data\n';
    const { document } = await openCard(dataset);
    const control = await temporaryFolder({ 'README.md': KILOGRAMS });
    const { document: model } = await show(join(control.path, 'README.md'));
    await findingsBecome(model, ['emissions-kilograms']);
    assert.deepEqual(findingsOf(document), []);
    await control.remove();
  });

  test('another Markdown file is left alone unless the settings name its folder', async () => {
    const { document } = await openCard(KILOGRAMS, 'cards/mine.md');
    assert.deepEqual(findingsOf(document), []);
  });
});
