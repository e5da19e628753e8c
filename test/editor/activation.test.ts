import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { extensions, window, workspace } from 'vscode';
import { waitUntil } from './wait-until';

suite('Activation', () => {
  test('the extension starts when a card is opened', async () => {
    const extension = extensions.getExtension('model-card-co2.model-card-co2');
    assert.ok(extension, 'the extension is not installed');
    const [card] = await workspace.findFiles('**/README.md', undefined, 1);
    assert.ok(card, 'the workspace has no card');
    await window.showTextDocument(card);
    await waitUntil(() => extension.isActive);
  });
});
