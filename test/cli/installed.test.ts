import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { freshRepository, stagedFiles } from './fresh-repository';
import { PLAIN_ENVIRONMENT } from './run-cli';
import { GRAMS, KILOGRAMS, WITH_UNIT } from './sample-cards';

const ROOT = join(import.meta.dirname, '../..');

/** What a build reads, beside the packages that are installed. */
const SOURCES = [
  'LICENSE',
  'README.md',
  'media',
  'package.json',
  'package-lock.json',
  'src',
  '.npmignore',
  '.npmrc',
];

let place: string;
let packOutput: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'model-card-installed-'));
  const source = join(place, 'source');
  const scripts = readdirSync(ROOT).filter((name) => name.endsWith('.mjs'));
  for (const name of [...SOURCES, ...scripts])
    cpSync(join(ROOT, name), join(source, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(source, 'node_modules'), 'junction');
  // As pre-commit does (before its version 4.4): the output of `npm pack` has to be the name of the package.
  packOutput = npm(['pack'], source);
  npm(['install', '--global', '--offline', join(source, packOutput.trim())], source);
}, 300_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

const environment = (): NodeJS.ProcessEnv => ({
  ...PLAIN_ENVIRONMENT,
  NPM_CONFIG_PREFIX: join(place, 'prefix'),
  PATH: [join(place, 'prefix', 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
});

function npm(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd,
    env: environment(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

test('the package holds what the command line needs, and npm says nothing but its name', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(packOutput).toBe(`model-card-co2-${version}.tgz\n`);
  const installed = join(place, 'prefix/lib/node_modules/model-card-co2');
  const files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(installed.length + 1)
        .replaceAll('\\', '/'),
    );
  expect(files.sort()).toEqual(
    ['LICENSE', 'README.md', 'dist/cli.js', 'dist/third-party-licenses.txt', 'package.json'].sort(),
  );
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly language: string;
  readonly files: string;
  readonly types: readonly string[];
}

describe('the hook of pre-commit', () => {
  const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
  if (hook === undefined) throw new Error('There is no hook.');

  /** Runs the hook on what is staged, as pre-commit does: its entry and arguments, then the files that it is for. */
  function runHook(
    folder: string,
    args: readonly string[] = hook?.args ?? [],
  ): { code: number | null; stdout: string } {
    const pattern = new RegExp(hook?.files.replace('(?i)', '') ?? '', 'i');
    // The type "markdown" is that of names which end with .md, in any case.
    const files = stagedFiles(folder).filter((name) => pattern.test(name) && /\.md$/i.test(name));
    if (files.length === 0) return { code: 0, stdout: 'no files to check' };
    const [program = '', ...rest] = hook?.entry.split(' ') ?? [];
    const { status, stdout } = spawnSync(program, [...rest, ...args, ...files], {
      cwd: folder,
      env: environment(),
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    return { code: status, stdout };
  }

  test('is one that pre-commit can install', () => {
    expect(hook).toMatchObject({ id: 'model-card-co2', language: 'node', types: ['markdown'] });
  });

  test('stops the commit of a wrong card, and tells why', () => {
    const { code, stdout } = runHook(freshRepository({ 'a/readme.MD': KILOGRAMS, 'notes.md': KILOGRAMS }));
    expect(stdout).toContain('a/readme.MD:4:14 warning emissions-kilograms');
    expect(stdout).toContain('1 card checked: 0 errors, 1 warning, 0 remarks.');
    expect(code).toBe(1);
  });

  test('lets right cards pass, and leaves out what the configuration does', () => {
    const config = '{"exclude": ["drafts/"]}';
    const files = { 'README.md': GRAMS, 'drafts/README.md': WITH_UNIT, '.model-card-co2.json': config };
    expect(runHook(freshRepository(files))).toEqual({ code: 0, stdout: '1 card checked, nothing found.\n' });
  });

  test('looks at nothing where no card is staged', () => {
    expect(runHook(freshRepository({ 'notes.md': KILOGRAMS })).stdout).toBe('no files to check');
  });

  test('mends with args: [--fix]', () => {
    const folder = freshRepository({ 'README.md': WITH_UNIT });
    expect(runHook(folder, ['--fix']).code).toBe(0);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('emissions: 1710 # measured');
  });
});
