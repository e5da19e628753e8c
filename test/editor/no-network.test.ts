// Nothing that the extension does by itself reaches a network; what the user switches on is in hub.test.ts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import workerThreads from 'node:worker_threads';
import { suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { largeExport } from '../refit/large-export';
import { parquetExport } from '../refit/parquet-export';
import { acceptQuickPick, fileThere } from './accept-quick-pick';
import { applyQuickFix, findingsOf, ruleOf, when } from './card-findings';
import { show, temporaryFolder } from './card-in-editor';
import { CARD_OF_ADDRESSES as CARD } from './card-of-addresses';
import { recordAccess } from './recorded-access';
import { waitUntil } from './wait-until';

const { commands, window, workspace, Uri } = vscode;

const EMISSIONS_CSV = `timestamp,project_name,run_id,duration,emissions,energy_consumed,country_name,region
2025-03-03T10:00:00,http://localhost:1,run-1,7200,0.0128,0.0391,Spain,catalonia
`;

/** A worker that does what none of the extension's may do. */
const WORKER = `require('node:net').connect(1, '127.0.0.1').on('error', () => undefined);
require('node:child_process').spawnSync(process.execPath, ['--version']);
require('node:fs').existsSync('not-there');
`;

/** Nobody listens there. */
const NOWHERE = { host: '127.0.0.1', port: 1 };

function tabLabels(): string[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

suite('Without opting in', () => {
  let folder: string;

  teardown(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true, force: true });
  });

  /** A clone of a repository on the Hub, in the workspace. */
  async function openClone(): Promise<vscode.TextDocument> {
    folder = join(workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', 'network-test');
    await mkdir(join(folder, 'measured'), { recursive: true });
    await writeFile(join(folder, 'README.md'), CARD);
    await writeFile(join(folder, 'config.json'), '{"_name_or_path": "somebody/a-model-7b"}');
    await writeFile(join(folder, 'measured/README.md'), CARD.replace(/co2_eq[^]*?(?=---)/, ''));
    await writeFile(join(folder, 'measured/emissions.csv'), EMISSIONS_CSV);
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', ['remote', 'add', 'origin', 'https://huggingface.co/somebody/a-model-7b'], {
      cwd: folder,
    });
    return (await show(join(folder, 'README.md'))).document;
  }

  test('no connection is opened and no name is looked up, whatever is done with a card', async function () {
    this.timeout(120_000);
    const recording = recordAccess();
    try {
      const document = await openClone();
      const isFound = () => findingsOf(document).some((finding) => ruleOf(finding) === 'emissions-kilograms');
      await when(vscode.languages.onDidChangeDiagnostics, isFound, 'the kilograms are found');
      const at = document.positionAt(CARD.indexOf('1.71'));
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      await commands.executeCommand('vscode.executeInlayHintProvider', document.uri, whole);
      for (const position of [at, document.positionAt(CARD.indexOf('mit')), document.positionAt(5)]) {
        await commands.executeCommand('vscode.executeHoverProvider', document.uri, position);
        await commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, position);
      }
      await applyQuickFix(document, new vscode.Range(at, at));
      await commands.executeCommand('modelCardCo2.predictEmissions', document.uri);
      await waitUntil(() => tabLabels().includes('Predicted emissions'));
      await commands.executeCommand('modelCardCo2.showModel');
      const measured = await show(join(folder, 'measured/README.md'));
      await commands.executeCommand('modelCardCo2.insertFromCodeCarbon', measured.document.uri);
      assert.match(measured.document.getText(), /emissions: 12\.8/);
    } finally {
      recording.stop();
    }
    assert.deepEqual(recording.connections, []);
    assert.ok(recording.programs.includes('git'), 'git was not started');
  });

  test('nor where all cards are checked, or become an export', async function () {
    this.timeout(120_000);
    const target = join((await temporaryFolder({})).path, 'cards.csv');
    await openClone();
    const recording = recordAccess();
    try {
      await commands.executeCommand('modelCardCo2.checkWorkspace');
      void commands.executeCommand('modelCardCo2.exportWorkspaceCards', Uri.file(target));
      await acceptQuickPick(fileThere(target));
    } finally {
      recording.stop();
    }
    assert.deepEqual(recording.connections, []);
    assert.ok(recording.paths.includes(join(folder, 'README.md')), 'the card was not read');
  });

  test('nor by refits, from CSV as from Parquet, in their workers', async function () {
    this.timeout(120_000);
    const place = await temporaryFolder({});
    folder = place.path;
    const files = ['hub.csv', 'hub.parquet'].map((name) => join(place.path, name));
    await largeExport(files[0] ?? '', 300);
    await parquetExport(files[1] ?? '');
    const recording = recordAccess();
    try {
      for (const file of files) {
        await commands.executeCommand('modelCardCo2.refitModel', Uri.file(file));
        await waitUntil(() => tabLabels().includes(`Refit from ${file.slice(place.path.length + 1)}`));
      }
    } finally {
      recording.stop();
    }
    assert.deepEqual(recording.connections, []);
    assert.deepEqual(recording.programs, []);
    // Each is looked at, then refitted.
    assert.equal(recording.workers(), 4);
    for (const file of files) assert.ok(recording.paths.includes(file), `no worker was seen to read ${file}`);
  });

  const ways: Readonly<Record<string, () => unknown>> = {
    'a socket': () => net.connect(NOWHERE).on('error', () => undefined),
    'a socket made by hand': () => new net.Socket().on('error', () => undefined).connect(NOWHERE),
    'an encrypted one': () => tls.connect(NOWHERE).on('error', () => undefined),
    fetch: () => fetch('http://127.0.0.1:1').catch(() => undefined),
    https: () => https.get('https://127.0.0.1:1').on('error', () => undefined),
    'HTTP/2': () => http2.connect('http://127.0.0.1:1').on('error', () => undefined),
    datagrams: () => dgram.createSocket('udp4').close(),
    'a name': () => dns.promises.lookup('localhost').catch(() => undefined),
    'a name, asked of a server': () =>
      new dns.promises.Resolver().resolve4('localhost').catch(() => undefined),
  };
  for (const [what, open] of Object.entries(ways)) {
    test(`the recording sees ${what}`, async () => {
      const recording = recordAccess();
      try {
        await open();
      } finally {
        recording.stop();
      }
      assert.notDeepEqual(recording.connections, []);
    });
  }

  test('the recording sees what a worker opens, starts and reads', async () => {
    folder = (await temporaryFolder({ 'worker.cjs': WORKER })).path;
    const recording = recordAccess();
    try {
      await once(new workerThreads.Worker(join(folder, 'worker.cjs')), 'exit');
    } finally {
      recording.stop();
    }
    assert.deepEqual(recording.programs, [process.execPath]);
    assert.ok(recording.connections.includes('127.0.0.1 1'), recording.connections.join());
    assert.ok(recording.paths.includes('not-there'), recording.paths.join());
  });
});
