import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import paper from '../../src/core/glm/paper.json';
import { show, temporaryFolder } from './card-in-editor';

const CARD = `---
license: mit
pipeline_tag: text-generation
co2_eq_emissions: 5
---

# Tides

A model with 66 million parameters.
`;

/** The paper's model, predicting a thousand times as much. */
const REFIT = JSON.stringify({
  ...paper,
  title: 'Refit',
  terms: paper.terms.map((term, i) =>
    i === 0 ? { ...term, coefficient: term.coefficient + Math.log(1000) } : term,
  ),
});

async function hint(document: vscode.TextDocument): Promise<string> {
  const everything = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    everything,
  );
  const [label] = hints.map((found) => found.label);
  return typeof label === 'string' ? label : (label?.map(({ value }) => value).join('') ?? '');
}

async function useModel(path: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('modelCardCo2')
    .update('model', path, vscode.ConfigurationTarget.Global);
}

suite('The model in use', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>> | undefined;

  teardown(async () => {
    await useModel(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await folder?.remove();
  });

  test('is the one that the setting names, and the bundled one where that is none', async () => {
    folder = await temporaryFolder({ 'README.md': CARD, 'refit.json': REFIT });
    const { document } = await show(join(folder.path, 'README.md'));
    assert.match(await hint(document), /^≈ [\d.]+ g predicted$/);

    await useModel(join(folder.path, 'refit.json'));
    assert.match(await hint(document), /^≈ [\d.]+ kg predicted$/);

    await useModel(join(folder.path, 'missing.json'));
    assert.match(await hint(document), /^≈ [\d.]+ g predicted$/);
  });

  test('is the bundled one where the file is of a newer version', async () => {
    folder = await temporaryFolder({
      'README.md': CARD,
      'newer.json': REFIT.replace('"version":1', '"version":2'),
    });
    const { document } = await show(join(folder.path, 'README.md'));
    await useModel(join(folder.path, 'newer.json'));
    assert.match(await hint(document), /^≈ [\d.]+ g predicted$/);
  });
});
