import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { freshRepository } from './fresh-repository';
import { folderWith, PLAIN_ENVIRONMENT } from './run-cli';
import { GRAMS, KILOGRAMS, WITH_UNIT } from './sample-cards';

const ROOT = join(import.meta.dirname, '../..');

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { shell: string; run: string; env?: Readonly<Record<string, string>> }[];
  };
}

const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Action;

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the steps of the action as GitHub does: each as a script of the shell that it names, until one fails. */
function runAction(cwd: string, given: Readonly<Record<string, string>> = {}): Run {
  if (!existsSync(join(ROOT, 'dist/cli.js')))
    throw new Error('dist/cli.js is not there: run `npm run build` first.');
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, input.default]),
  );
  const valueOf = (text: string) =>
    text.replaceAll(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name: string) => ({ ...inputs, ...given })[name] ?? '');
  let last: Run = { code: null, stdout: '', stderr: '' };
  for (const { shell, run, env = {} } of action.runs.steps) {
    expect(shell).toBe('bash');
    const script = join(folderWith({}), 'step.sh');
    writeFileSync(script, run);
    const values = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, valueOf(text)]));
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', script],
      {
        cwd,
        env: { ...PLAIN_ENVIRONMENT, ...values, GITHUB_ACTION_PATH: ROOT },
        encoding: 'utf8',
      },
    );
    last = { code: status, stdout, stderr };
    if (status !== 0) break;
  }
  return last;
}

test('the action annotates what is wrong and fails', () => {
  const { code, stdout, stderr } = runAction(
    freshRepository({ 'README.md': WITH_UNIT, 'b/README.md': GRAMS }),
  );
  expect(stderr).toBe('');
  expect(stdout).toMatch(
    /^::error file=README\.md,line=4,col=14,endLine=4,endColumn=23,title=emissions-unit::/,
  );
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
});

test('the action passes where nothing is wrong', () => {
  expect(runAction(freshRepository({ 'README.md': GRAMS }))).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('the action takes several paths, globs, what to leave out and arguments, with blanks in them', () => {
  const cwd = freshRepository({
    'my models/README.md': KILOGRAMS,
    'my models/old/README.md': WITH_UNIT,
    'other/README.md': WITH_UNIT,
    '.model-card-co2.json': '{"rules": {"emissions-kilograms": "error"}}',
  });
  const { code, stdout } = runAction(cwd, {
    paths: 'my models/**/README.md\n!my models/old\n',
    args: '--rule=emissions-kilograms=information\n--no-ignore',
  });
  expect(stdout).toMatch(/^::notice file=my models\/README\.md,line=4,.*\n$/);
  expect(code).toBe(0);
});

test('the action does not run what an input says', () => {
  const cwd = freshRepository({ 'README.md': GRAMS });
  const { code, stderr } = runAction(cwd, { paths: '$(touch run.txt)`touch run.txt`; touch run.txt' });
  expect(stderr).toMatch(/No file matches/);
  expect(code).toBe(2);
  expect(existsSync(join(cwd, 'run.txt'))).toBe(false);
});

test('the action writes SARIF where it is asked to, and still fails', () => {
  const cwd = freshRepository({ 'README.md': WITH_UNIT });
  const { code, stdout } = runAction(cwd, { sarif: 'cards.sarif' });
  const log = JSON.parse(readFileSync(join(cwd, 'cards.sarif'), 'utf8')) as Log;
  expect(log.runs[0]?.results).toMatchObject([{ ruleId: 'emissions-unit' }]);
  expect([code, stdout]).toEqual([1, '']);
});
