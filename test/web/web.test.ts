import { assert } from 'chai';
import * as vscode from 'vscode';
import { applyQuickFix, findingsBecome } from '../editor/card-findings';
import { suite, teardown, test } from './mocha';

/** A card without a size: what is beside it would tell, and cannot be read here. */
const UNKNOWN_SIZE = `---
pipeline_tag: fill-mask
co2_eq_emissions:
  emissions: 5
---

# A model
`;

async function showCard(path: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.exists(folder, 'no folder is open');
  return (await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, path))).document;
}

async function hintsOf(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    whole,
  );
  return hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  );
}

suite('In the browser', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('the extension runs where there is no Node', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.notProperty(globalThis, 'process');
    assert.property(globalThis, 'importScripts', 'this is not a worker of the browser');
  });

  test('kilograms are flagged and converted', async () => {
    const document = await showCard('kilograms/README.md');
    const [finding] = await findingsBecome(document, ['emissions-kilograms']);
    assert.exists(finding);
    await applyQuickFix(document, finding.range);
    await findingsBecome(document, []);
    assert.match(document.getText(), /^ {2}emissions: 1710$/m);
  });

  test('the page of a rule can be read', async () => {
    const document = await showCard('kilograms/README.md');
    const [finding] = await findingsBecome(document, ['emissions-kilograms']);
    assert.ok(typeof finding?.code === 'object');
    const page = await vscode.workspace.fs.readFile(finding.code.target);
    assert.match(new TextDecoder().decode(page), /emissions-kilograms/);
  });

  test('keys and values of the front matter are completed and explained', async () => {
    const document = await showCard('kilograms/README.md');
    const task = document.positionAt(document.getText().indexOf('text-classification'));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      task,
    );
    assert.include(
      items.map(({ label }) => (typeof label === 'string' ? label : label.label)),
      'fill-mask',
    );
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('pipeline_tag') + 2),
    );
    assert.isNotEmpty(hovers);
  });

  test('the hint predicts from the card alone', async () => {
    const content = `${UNKNOWN_SIZE}\nIt has 66 million parameters.\n`;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    const [hint = ''] = await hintsOf(document);
    assert.match(hint, /^≈ \S+ m?g predicted$/);
  });

  test('the hint says what is missing where only the weights would tell', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: UNKNOWN_SIZE });
    assert.deepEqual(await hintsOf(document), ['set the model’s size to predict']);
  });

  test('every contributed command is registered', async () => {
    const extension = vscode.extensions.getExtension('model-card-co2.model-card-co2');
    assert.exists(extension);
    const { contributes } = extension.packageJSON as {
      contributes: { commands: readonly { command: string }[] };
    };
    const registered = await vscode.commands.getCommands(true);
    assert.includeMembers(
      registered,
      contributes.commands.map(({ command }) => command),
    );
  });
});
