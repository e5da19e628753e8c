// All that the extension does by itself in the browser. What the browser asks for meanwhile, in the worker of extensions, in
// that of refits and in the panels, is seen by the host (test/host/network-log.ts), which fails the run if any of it is
// elsewhere than on VS Code's server. What the user switches on, asking the Hub, is in test/editor/hub.test.ts.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { CARD_OF_ADDRESSES as CARD } from '../editor/card-of-addresses';
import { applyQuickFix, findingsOf, ruleOf, when } from '../editor/card-findings';
import { waitUntil } from '../editor/wait-until';
import { suite, teardown, test } from './mocha';
import { exportOf, fileInWorkspace, tabs } from './workspace-files';

const { commands, languages, window, workspace } = vscode;

suite('Without opting in, in the browser', () => {
  const folder = fileInWorkspace('network-test');

  teardown(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(folder, { recursive: true });
  });

  async function write(name: string, text: string): Promise<vscode.Uri> {
    const file = vscode.Uri.joinPath(folder, name);
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return file;
  }

  test('whatever is done with a card', async function () {
    this.timeout(120_000);
    await write('config.json', '{"_name_or_path": "somebody/a-model-7b"}');
    const file = await write('README.md', CARD);
    const { document } = await window.showTextDocument(file);
    const isFound = () => findingsOf(document).some((finding) => ruleOf(finding) === 'emissions-kilograms');
    await when(languages.onDidChangeDiagnostics, isFound, 'the kilograms are found');
    const at = document.positionAt(CARD.indexOf('1.71'));
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    await commands.executeCommand('vscode.executeInlayHintProvider', file, whole);
    for (const position of [at, document.positionAt(CARD.indexOf('mit')), document.positionAt(5)]) {
      await commands.executeCommand('vscode.executeHoverProvider', file, position);
      await commands.executeCommand('vscode.executeCompletionItemProvider', file, position);
    }
    await applyQuickFix(document, new vscode.Range(at, at));
    await commands.executeCommand('modelCardCo2.predictEmissions', file);
    await waitUntil(() => tabs().includes('Predicted emissions'));
    await commands.executeCommand('modelCardCo2.showModel');
    const reports = await commands.executeCommand<readonly unknown[]>('modelCardCo2.checkWorkspace');
    assert.isNotEmpty(reports);
  });

  test('a refit', async function () {
    this.timeout(120_000);
    await commands.executeCommand('modelCardCo2.refitModel', await write('addresses.csv', exportOf(300)));
    await waitUntil(() => tabs().includes('Refit from addresses.csv'));
  });
});
