import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setup, suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { show, temporaryFolder } from './card-in-editor';
import { recordAccess } from './recorded-access';

const CARD = '---\npipeline_tag: fill-mask\nco2_eq_emissions:\n  emissions: 5\n---\n\n# A model\n';

let server: Server;
let asked: string[] = [];
let remove: (() => Promise<void>) | undefined;

/** A clone of `somebody/a-model` whose weights are not here. */
async function openClone(): Promise<vscode.TextDocument> {
  const folder = await temporaryFolder({ 'README.md': CARD });
  remove = () => folder.remove();
  const git = (...args: string[]) => {
    execFileSync('git', ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org', ...args], {
      cwd: folder.path,
    });
  };
  git('init', '--quiet');
  git('remote', 'add', 'origin', 'https://huggingface.co/somebody/a-model');
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  return (await show(join(folder.path, 'README.md'))).document;
}

async function hintOf(document: vscode.TextDocument): Promise<string> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const [hint] = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    whole,
  );
  assert.ok(hint, 'there is no hint');
  return typeof hint.label === 'string' ? hint.label : hint.label.map(({ value }) => value).join('');
}

async function setHub(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('modelCardCo2.hub')
    .update(name, value, vscode.ConfigurationTarget.Global);
}

suite('The Hub', () => {
  setup(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id: 'somebody/a-model', likes: 3, safetensors: { total: 66_000_000 } }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    await setHub('endpoint', `http://127.0.0.1:${address.port}`);
  });

  teardown(async () => {
    await setHub('endpoint', undefined);
    await setHub('lookUp', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    server.close();
    server.closeAllConnections();
    await remove?.();
  });

  test('is not asked unless the user has switched it on', async () => {
    assert.equal(await hintOf(await openClone()), 'set the model’s size to predict');
    assert.deepEqual(asked, []);
  });

  test('tells the size of a model whose weights are not here', async () => {
    await setHub('lookUp', true);
    const recording = recordAccess();
    try {
      assert.match(await hintOf(await openClone()), /^≈ .* predicted$/);
    } finally {
      recording.stop();
    }
    // What other tests find empty sees a connection where there is one.
    assert.notDeepEqual(recording.connections, []);
    assert.ok(
      asked.some((url) => url.startsWith('/api/models/somebody/a-model')),
      asked.join(),
    );
  });

  test('that does not answer is no harm', async () => {
    await setHub('lookUp', true);
    server.close();
    server.closeAllConnections();
    assert.equal(await hintOf(await openClone()), 'set the model’s size to predict');
  });
});
