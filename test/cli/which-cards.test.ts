import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from './run-cli';
import { GRAMS } from './sample-cards';

/** The cards that are checked, in the order of the report. */
function checked(args: readonly string[], cwd: string): string[] {
  const { stdout, stderr } = runCli(['check', '--format', 'json', ...args], { cwd });
  if (stderr !== '') throw new Error(stderr);
  return (JSON.parse(stdout) as { file: string }[]).map(({ file }) => file);
}

const files = {
  'README.md': GRAMS,
  'models/a/README.md': GRAMS,
  'models/a/notes.md': GRAMS,
  'models/b/README.md': GRAMS,
  'models/[c]/README.md': GRAMS,
  'cache/models/README.md': GRAMS,
};

describe('paths', () => {
  test.each([
    ['files and folders', ['models/a/notes.md', 'models/b'], ['models/a/notes.md', 'models/b/README.md']],
    ['a glob', ['models/*/README.md'], ['models/[c]/README.md', 'models/a/README.md', 'models/b/README.md']],
    ['a glob for other Markdown', ['./models/**/n*.md'], ['models/a/notes.md']],
    ['a name that looks like a glob', ['models/[c]'], ['models/[c]/README.md']],
    ['a card that is named twice', ['README.md', '.', './README.md', '!models', '!cache'], ['README.md']],
    ['--exclude', ['--exclude', 'models/', '--exclude=cache', '.'], ['README.md']],
    [
      '--exclude and a card taken back',
      ['--exclude', 'models/*', '--exclude', '!/models/b', 'models'],
      ['models/b/README.md'],
    ],
    ['a pattern behind !', ['**/README.md', '!./models/**', '!cache'], ['README.md']],
  ])('%s', (_, args, expected) => {
    expect(checked(args, folderWith(files))).toEqual(expected);
  });

  test.each([
    [['nothing/**/README.md'], "ENOENT: no such file or directory, scandir 'nothing'"],
    [['models/**/READM.md'], 'No file matches “models/**/READM.md”.'],
    [['--exclude', '*a*b*c*d*e', '.'], '“*a*b*c*d*e” has too many wildcards: four are the most.'],
  ])('%j is a mistake', (args, message) => {
    const { code, stderr } = runCli(['check', ...args], { cwd: folderWith(files) });
    expect(stderr).toBe(`model-card-co2: ${message}\n`);
    expect(code).toBe(2);
  });
});

describe('.gitignore', () => {
  const repository = {
    ...files,
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.gitignore': '# downloads\ncache/\n*.md\n!README.md\n',
    'models/.gitignore': '/b\n',
  };

  test('holds in folders that are searched, that of the innermost folder last', () => {
    const cwd = folderWith(repository);
    expect(checked(['.'], cwd)).toEqual(['README.md', 'models/[c]/README.md', 'models/a/README.md']);
    expect(checked(['**/*.md'], cwd)).toEqual(['README.md', 'models/[c]/README.md', 'models/a/README.md']);
  });

  test('holds also where it lies above, up to the root of the repository', () => {
    const above = { ...repository, 'models/.gitignore': '' };
    expect(checked(['**/*.md'], join(folderWith(above), 'models/a'))).toEqual(['README.md']);
    const own = folderWith({ ...above, 'models/a/.git/HEAD': '' });
    expect(checked(['**/*.md'], join(own, 'models/a'))).toEqual(['README.md', 'notes.md']);
  });

  test('does not hold for what is named, nor with --no-ignore', () => {
    const cwd = folderWith(repository);
    expect(checked(['cache/models/README.md'], cwd)).toEqual(['cache/models/README.md']);
    expect(checked(['cache'], cwd)).toEqual(['cache/models/README.md']);
    expect(checked(['--no-ignore', 'models', 'cache'], cwd)).toHaveLength(4);
  });
});

test('links lead nowhere: neither out of the folder nor in circles', () => {
  const outside = folderWith({ 'README.md': GRAMS });
  const cwd = folderWith({ 'README.md': GRAMS });
  mkdirSync(join(cwd, 'links'));
  symlinkSync(outside, join(cwd, 'links', 'outside'));
  symlinkSync('..', join(cwd, 'links', 'circle'));
  symlinkSync(join(outside, 'README.md'), join(cwd, 'links', 'README.md'));
  expect(checked(['.'], cwd)).toEqual(['README.md']);
  expect(checked(['**/README.md'], cwd)).toEqual(['README.md']);
});
