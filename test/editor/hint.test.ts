import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { show, temporaryFolder } from './card-in-editor';

let remove: (() => Promise<void>) | undefined;

function card(parameters: string): string {
  return `---
pipeline_tag: fill-mask
co2_eq_emissions:
  emissions: 5
---

# A model

It has ${parameters} parameters.
`;
}

async function hintsOf(
  files: Readonly<Record<string, string>>,
  history = false,
): Promise<vscode.InlayHint[]> {
  const folder = await temporaryFolder(files);
  remove = () => folder.remove();
  if (history) commitTwice(folder.path);
  const { document } = await show(join(folder.path, 'README.md'));
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, whole);
}

function commitTwice(path: string): void {
  const git = (...args: string[]) => {
    const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org'];
    execFileSync('git', [...identity, ...args], { cwd: path, env: { ...process.env, ...dates } });
  };
  const dates = { GIT_AUTHOR_DATE: '2024-01-01T00:00:00Z', GIT_COMMITTER_DATE: '2024-01-01T00:00:00Z' };
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  dates.GIT_COMMITTER_DATE = '2024-02-10T00:00:00Z';
  git('commit', '--quiet', '--allow-empty', '--message', 'second');
}

function labelOf(hint: vscode.InlayHint | undefined): string {
  assert.ok(hint, 'there is no hint');
  return typeof hint.label === 'string' ? hint.label : hint.label.map(({ value }) => value).join('');
}

suite('The hint', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove?.();
  });

  test('stands behind the value, with the prediction of the published model', async () => {
    const [hint, ...others] = await hintsOf({ 'README.md': card('66 million') });
    assert.deepEqual(others, []);
    assert.match(labelOf(hint), /^≈ \S+ m?g predicted$/);
    assert.equal(hint?.position.isEqual(new vscode.Position(3, '  emissions: 5'.length)), true);
  });

  test('takes commits and age from git', async () => {
    // Two commits forty days apart: exp(-6.0102 + 0.874 log10(66e6) + 0.1309 log10(0.001) + 2.2305 log10(2.001) + 0.088 - 0.3789)
    const [hint] = await hintsOf({ 'README.md': card('66 million') }, true);
    assert.equal(labelOf(hint), '≈ 2.3 g predicted');
  });

  test('says what is missing where the size is not known', async () => {
    const [hint] = await hintsOf({ 'README.md': card('many') });
    assert.equal(labelOf(hint), 'set the model’s size to predict');
  });

  test('can be switched off', async () => {
    const settings = vscode.workspace.getConfiguration('modelCardCo2');
    await settings.update('hint', false, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await hintsOf({ 'README.md': card('66 million') }), []);
    } finally {
      await settings.update('hint', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
