import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, onTestFinished, test } from 'vitest';
import { languageServerStubs } from '../../src/core/language/esbuild-stubs.mjs';
import { seedRecords, separated } from '../fuzz/seed-export';

const PROJECT = join(import.meta.dirname, '..', '..');
const CLI = join(PROJECT, 'dist', 'cli.js');
const GUARD = pathToFileURL(join(import.meta.dirname, 'no-sockets.mjs')).href;
const SAMPLES = join(PROJECT, 'test', 'samples');

/** The exit code of the guard. */
const OPENED = 97;

/** Runs Node with every way to a network closed. */
function runGuarded(args: readonly string[]): { code: number | null; output: string } {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', GUARD, ...args], {
    encoding: 'utf8',
    timeout: 50_000,
    cwd: PROJECT,
  });
  return { code: status, output: stdout + stderr };
}

describe('the guard', () => {
  test.each([
    ['fetch', 'await fetch("http://localhost:1")'],
    ['net', 'import net from "node:net"; net.connect(1)'],
    ['https', 'import { get } from "node:https"; get("https://localhost:1")'],
    ['datagrams', 'import { createSocket } from "node:dgram"; createSocket("udp4")'],
    ['names', 'import { lookup } from "node:dns/promises"; await lookup("localhost")'],
    ['names asked of a server', 'import { Resolver } from "node:dns"; new Resolver().resolve4("localhost")'],
    ['names behind addresses', 'import { reverse } from "node:dns/promises"; await reverse("127.0.0.1")'],
  ])('sees %s', (_what, script) => {
    expect(runGuarded(['--input-type=module', '--eval', script]).code).toBe(OPENED);
  });
});

describe('no connection is opened', () => {
  const card =
    '---\n$schema: http://localhost:1/schema.json\n# yaml-language-server: $schema=http://localhost:1/x\nlicense: mit\nthumbnail: http://localhost:1/a.png\nbase_model: a/b-7b\nco2_eq_emissions: 0.5 kg\n---\n\n![x](http://localhost:1/x.png)\n';

  function folder(): string {
    const made = mkdtempSync(join(tmpdir(), 'model-card-network-'));
    onTestFinished(() => rmSync(made, { recursive: true, force: true }));
    writeFileSync(join(made, 'README.md'), card);
    writeFileSync(join(made, 'export.csv'), separated(seedRecords(), ','));
    return made;
  }

  test.each<[string, (folder: string) => string[]]>([
    ['check', (at) => ['check', at, SAMPLES]],
    ['predict', (at) => ['predict', at]],
    ['refit', (at) => ['refit', join(at, 'export.csv'), '--report', join(at, 'report.html')]],
  ])('by %s on the command line', (_command, args) => {
    if (!existsSync(CLI)) throw new Error('dist/cli.js is not there: run `npm run build` first.');
    const { code, output } = runGuarded([CLI, ...args(folder())]);
    expect(output).not.toContain('A connection was opened');
    expect([0, 1]).toContain(code);
  });

  test('by what the editor does with a card', async () => {
    const cards = readdirSync(SAMPLES).map((name) => join(SAMPLES, name, 'README.md'));
    const made = folder();
    const all = [join(made, 'README.md'), ...cards.filter((file) => existsSync(file))];
    const program = join(made, 'editor-core.cjs');
    await build({
      entryPoints: [join(import.meta.dirname, 'editor-core.mts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      plugins: [languageServerStubs],
      logLevel: 'error',
    });
    const { code, output } = runGuarded([program, ...all]);
    expect(output).not.toContain('A connection was opened');
    expect(output.match(/\d+ findings, \d+ completions/g)).toHaveLength(all.length);
    expect(code).toBe(0);
  });
});
