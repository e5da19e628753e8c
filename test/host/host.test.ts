import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { projectRoot } from './project';
import { newest, releases } from './releases';

const failing = join(projectRoot, 'out/test/host/fixtures/failing-tests.js');
const asking = join(projectRoot, 'out/test/web/asks-elsewhere.js');
const endless = join(projectRoot, 'out/test/host/fixtures/endless-tests.js');

/** A run of `npm run test:editor`, with a variable in the environment of all its processes to find them by. */
interface Run {
  readonly child: ChildProcess;
  readonly id: string;
  /** Its folder for temporary files. */
  readonly temporary: string;
  /** Settles at the end with all output. */
  readonly output: Promise<string>;
  /** Settles when the output holds `text`. */
  printed(text: string): Promise<void>;
}

async function startRun(...args: string[]): Promise<Run> {
  const id = randomUUID();
  const temporary = await mkdtemp(join(tmpdir(), 'host-'));
  const script = join(projectRoot, 'test/host/test-editor.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args, newest.name], {
    cwd: projectRoot,
    env: { ...process.env, TMPDIR: temporary, TSX_DISABLE_CACHE: '1', MODEL_CARD_CO2_RUN: id },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return {
    child,
    id,
    temporary,
    output: once(child, 'close').then(() => output),
    printed: (text) => vi.waitFor(() => expect(output).toContain(text), { timeout: 200_000, interval: 100 }),
  };
}

/** The processes of a run that are there, from Linux' list of them; the dead have an empty environment. */
async function processesOf({ id }: Run): Promise<string[]> {
  const found: string[] = [];
  for (const process of await readdir('/proc')) {
    const environment = await readFile(`/proc/${process}/environ`, 'utf8').catch(() => '');
    if (environment.includes(id))
      found.push(await readFile(`/proc/${process}/cmdline`, 'utf8').catch(() => ''));
  }
  return found;
}

function expectNoProcess(run: Run): Promise<void> {
  return vi.waitFor(async () => expect(await processesOf(run)).toEqual([]), { timeout: 5000, interval: 100 });
}

async function expectNothingLeft(run: Run): Promise<void> {
  await expectNoProcess(run);
  expect(await readdir(run.temporary)).toEqual([]);
  await rm(run.temporary, { recursive: true });
}

test('the oldest VS Code that is tested is the oldest that the manifest admits', async () => {
  const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    engines: { vscode: string };
  };
  expect(manifest.engines.vscode).toBe(`^${releases[0]?.desktop}`);
});

describe.runIf(process.platform === 'linux').concurrent('a run inside VS Code', () => {
  test('fails when its tests fail, and shows what they printed', async () => {
    const run = await startRun('--tests', failing);
    const output = await run.output;
    expect(output).toContain('A test fails inside VS Code.');
    expect(run.child.exitCode).toBe(1);
    await expectNothingLeft(run);
  });

  test('fails when the time is up', async () => {
    const run = await startRun('--tests', endless, '--time-limit', '30');
    const output = await run.output;
    expect(output).toContain('The tests did not end within 30 s.');
    expect(run.child.exitCode).toBe(1);
    await expectNothingLeft(run);
  });

  test('in the browser fails when anybody but its server is asked, in whatever way', async () => {
    const run = await startRun('--mode', 'web', '--tests', asking);
    const output = await run.output;
    const ways = ['https request', 'wss socket', 'https events', 'https transport', 'https fetch'];
    for (const [scheme, way] of ways.map((each) => each.split(' '))) {
      expect(output).toContain(`\n${scheme}://extension-${way}.invalid/\n`);
      expect(output).toContain(`\n${scheme}://worker-${way}.invalid/\n`);
    }
    expect(output).toContain('\nhttps://worker-script.invalid/\n');
    expect(output).toContain('Extensions lack sendBeacon, RTCPeerConnection, importScripts.');
    expect(output).toContain('Their workers lack sendBeacon, RTCPeerConnection.');
    expect(run.child.exitCode).toBe(1);
    await expectNothingLeft(run);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends in good order on %s', async (signal) => {
    const run = await startRun('--tests', endless);
    await run.printed('A test hangs inside VS Code.');
    expect(await processesOf(run)).not.toEqual([]);
    run.child.kill(signal);
    await run.output;
    expect(run.child.exitCode).toBe(1);
    await expectNothingLeft(run);
  });

  test('leaves no process even when it is killed', async () => {
    const run = await startRun('--tests', endless);
    await run.printed('A test hangs inside VS Code.');
    run.child.kill('SIGKILL');
    await run.output;
    await expectNoProcess(run);
    await rm(run.temporary, { recursive: true });
  });
});
