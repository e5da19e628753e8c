import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { show, temporaryFolder } from './card-in-editor';

let remove: (() => Promise<void>) | undefined;

/** Opens a card whose `|` marks the cursor, without the mark. */
async function openAtMark(
  marked: string,
): Promise<{ document: vscode.TextDocument; position: vscode.Position }> {
  const folder = await temporaryFolder({ 'README.md': marked.replace('|', '') });
  remove = () => folder.remove();
  const { document } = await show(join(folder.path, 'README.md'));
  return { document, position: document.positionAt(marked.indexOf('|')) };
}

async function completionsAt(marked: string): Promise<string[]> {
  const { document, position } = await openAtMark(marked);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  // VS Code itself offers the words of other open documents, as text.
  const items = list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function hoverAt(marked: string): Promise<string> {
  const { document, position } = await openAtMark(marked);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .filter((part) => part instanceof vscode.MarkdownString)
    .map(({ value }) => value)
    .join('\n');
}

suite('Completion and hover', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove?.();
  });

  test('the two training types are offered', async () => {
    const labels = await completionsAt(
      '---\nlicense: mit\nco2_eq_emissions:\n  emissions: 5\n  training_type: |\n---\n',
    );
    assert.deepEqual(labels.filter((label) => label.endsWith('ing')).sort(), ['fine-tuning', 'pre-training']);
  });

  test('the keys of the emissions are offered below it', async () => {
    const labels = await completionsAt('---\nlicense: mit\nco2_eq_emissions:\n  emissions: 5\n  |\n---\n');
    for (const key of ['source', 'training_type', 'geographical_location', 'hardware_used']) {
      assert.ok(labels.includes(key), `${key} is not among ${labels.join()}`);
    }
  });

  test('licences are offered in a block that is still open', async () => {
    const labels = await completionsAt('---\nlicense: |\n');
    assert.ok(labels.includes('apache-2.0'), labels.join());
  });

  test('nothing of the metadata is offered in the prose', async () => {
    const labels = await completionsAt('---\nlicense: mit\n---\n\nco2_eq_emissions\n|');
    assert.equal(labels.includes('pipeline_tag'), false);
    assert.equal(labels.includes('training_type'), false);
  });

  test('hovering a key tells what it means', async () => {
    assert.match(await hoverAt('---\nlicense: mit\nco2_eq_emiss|ions: 5\n---\n'), /gram/i);
  });

  test('hovering the number tells grams, kilograms and electricity', async () => {
    const text = await hoverAt(
      '---\nlicense: mit\nco2_eq_emissions:\n  emissions: 17|10\n  geographical_location: Germany\n---\n',
    );
    assert.match(text, /1710 g/);
    assert.match(text, /1\.7 kg/);
    assert.match(text, /kWh/);
  });
});
