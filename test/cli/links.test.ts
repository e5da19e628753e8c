// Links, pipes and devices in the place of files: what is named is read as it is, what is found has to be a file of its own.
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import paper from '../../src/core/glm/paper.json';
import { safetensorsFile } from '../unit/core/predictors/header-files';
import { CLI, folderWith, runCli } from './run-cli';

const CONFIG = '.model-card-co2.json';
const KILOGRAMS = '---\nlicense: mit\nco2_eq_emissions: 2 kg\n---\n';
const FIXED = '---\nlicense: mit\nco2_eq_emissions: 2000\n---\n';

/** A folder to work in, and a card elsewhere to which its links lead: of a file, of a folder, of a folder with a link in it. */
function linked(): { cwd: string; elsewhere: () => string } {
  const outside = folderWith({ 'README.md': KILOGRAMS });
  const cwd = folderWith({ 'below/a.txt': '' });
  symlinkSync(join(outside, 'README.md'), join(cwd, 'link.md'));
  symlinkSync(outside, join(cwd, 'linked'));
  symlinkSync(join(outside, 'README.md'), join(cwd, 'below', 'README.md'));
  return { cwd, elsewhere: () => readFileSync(join(outside, 'README.md'), 'utf8') };
}

describe.skipIf(process.platform === 'win32')('a link to a card elsewhere', () => {
  test.each([[['link.md']], [['linked']], [['linked/README.md']], [['below/README.md']], [['linked/*.md']]])(
    'is read and fixed where it is named: %j',
    (paths) => {
      const { cwd, elsewhere } = linked();
      expect(runCli(['check', ...paths], { cwd })).toMatchObject({ code: 1, stderr: '' });
      expect(elsewhere()).toBe(KILOGRAMS);
      expect(runCli(['check', '--fix', ...paths], { cwd })).toMatchObject({ code: 0, stderr: '' });
      expect(elsewhere()).toBe(FIXED);
      expect(lstatSync(join(cwd, 'link.md')).isSymbolicLink()).toBe(true);
      expect(lstatSync(join(cwd, 'below', 'README.md')).isSymbolicLink()).toBe(true);
    },
  );

  test.each([[['.']], [['below']], [['--no-ignore', '.', 'below']]])(
    'is neither read nor fixed where it is found: %j',
    (paths) => {
      const { cwd, elsewhere } = linked();
      expect(runCli(['check', '--fix', '--format', 'json', ...paths], { cwd })).toEqual({
        code: 0,
        stderr: '',
        stdout: '[]\n',
      });
      expect(elsewhere()).toBe(KILOGRAMS);
    },
  );

  test('matches no glob', () => {
    const { cwd, elsewhere } = linked();
    const { code, stderr } = runCli(['check', '--fix', '**/*.md'], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'model-card-co2: No file matches “**/*.md”.\n' });
    expect(elsewhere()).toBe(KILOGRAMS);
  });

  test('is the same card once more where both are named', () => {
    const { cwd, elsewhere } = linked();
    expect(runCli(['check', '--fix', 'link.md', 'linked/README.md'], { cwd }).code).toBe(0);
    expect(elsewhere()).toBe(FIXED);
  });
});

/** 2 GB that take no room on the disk. */
function large(path: string): void {
  writeFileSync(path, '');
  truncateSync(path, 2 ** 31);
}

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  const AS_IT_IS: readonly [what: string, make: (path: string) => unknown, says: string][] = [
    [
      'a link',
      (path) => symlinkSync('/etc/hostname', path),
      'is a link. Name the file itself with --config.',
    ],
    [
      'a link to a pipe',
      (path) => symlinkSync('/dev/stdin', path),
      'is a link. Name the file itself with --config.',
    ],
    ['a folder', (path) => mkdirSync(path), 'is no file. Remove it, or use --no-config.'],
    [
      'a pipe that nobody writes to',
      (path) => execFileSync('mkfifo', [path]),
      'is no file. Remove it, or use --no-config.',
    ],
    ['2 GB', large, 'has more than 256 KB, too much for a configuration.'],
  ];
  test.each(AS_IT_IS)('is no configuration where it is found: %s', (_what, make, says) => {
    const cwd = folderWith({ 'README.md': FIXED });
    make(join(cwd, CONFIG));
    expect(runCli(['check', '.'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: `model-card-co2: ${CONFIG} ${says}\n`,
    });
  });

  test('a configuration that is named may be a link', () => {
    const cwd = folderWith({ 'README.md': KILOGRAMS, 'real.json': '{"rules": {"emissions-unit": "off"}}' });
    symlinkSync('real.json', join(cwd, 'link.json'));
    expect(runCli(['check', '--config', 'link.json', '.'], { cwd }).code).toBe(0);
  });

  test('a folder called .gitignore says nothing', () => {
    const cwd = folderWith({ '.git/HEAD': '', '.gitignore/a.txt': '', 'below/README.md': KILOGRAMS });
    expect(runCli(['check', '.'], { cwd: join(cwd, 'below') })).toMatchObject({ code: 1, stderr: '' });
  });

  test.each([
    ['/dev/zero', 'This file has more than 8 MB, too much for a model card.'],
    ['large.md', 'This file has more than 8 MB, too much for a model card.'],
  ])('a card that never ends is read to its limit: %s', (path, says) => {
    const cwd = folderWith({});
    large(join(cwd, 'large.md'));
    const { code, stdout } = runCli(['check', path], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: expect.stringContaining(says) as string });
  });

  test('a card may come through a pipe, as shells name them', () => {
    const cwd = folderWith({ 'README.md': FIXED });
    const shell = `cat README.md | "${process.execPath}" "${CLI}" check --format json /dev/stdin`;
    expect(execFileSync('sh', ['-c', shell], { cwd, encoding: 'utf8' })).toContain('"grams": 2000');
  });

  test('standard input is read to the limit of a card', () => {
    const shell = `"${process.execPath}" "${CLI}" check - < /dev/zero; echo $?`;
    const said = execFileSync('sh', ['-c', shell], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    expect(said).toMatch(/Standard input has more than 8 MB, too much for a model card\.[^]*\n2\n$/);
  });
});

describe.skipIf(process.platform === 'win32')('a model file', () => {
  const MODEL = JSON.stringify({ ...paper, title: 'Elsewhere' });
  const predict = (model: string, cwd: string) =>
    runCli(['predict', '--parameters', '1B', '--model', model], { cwd });

  test.each(['link.json', '../model.json', 'below/../../model.json'])(
    'that is named may lie anywhere: %s',
    (path) => {
      const outside = folderWith({ 'model.json': MODEL, 'cwd/below/a.txt': '' });
      symlinkSync('../model.json', join(outside, 'cwd', 'link.json'));
      expect(predict(path, join(outside, 'cwd')).stdout).toContain('Model: Elsewhere, ');
    },
  );

  test.each([
    ['/dev/zero', 'This file has more than 10 MB, so it is no emissions model, which has some kilobytes.'],
    ['large.json', 'This file has more than 10 MB, so it is no emissions model, which has some kilobytes.'],
    ['below', 'below is a folder, not a file.'],
    ['gone.json', "ENOENT: no such file or directory, open 'gone.json'"],
  ])('is refused in a sentence: %s', (path, says) => {
    const cwd = folderWith({ 'below/a.txt': '' });
    large(join(cwd, 'large.json'));
    expect(predict(path, cwd)).toEqual({ code: 2, stdout: '', stderr: `model-card-co2: ${says}\n` });
  });
});

test('the names of files and models do nothing to a terminal', () => {
  const cwd = folderWith({
    'README.md': FIXED,
    'a\u001b[31m.safetensors': Buffer.from(safetensorsFile([{ name: 'w', type: 'F32', shape: [1000] }])),
    'model.json': JSON.stringify({ ...paper, title: 'Mine\u001b]0;x\u0007' }),
  });
  const { stdout } = runCli(['predict', '--model', 'model.json', '.'], { cwd });
  expect(stdout).toContain('a␛[31m.safetensors');
  expect(stdout).toContain('Model: Mine␛]0;x␇, ');
});
