import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from './run-cli';
import { GRAMS, KILOGRAMS, WITH_UNIT } from './sample-cards';

interface CheckedFile {
  file: string;
  findings: {
    rule: string;
    severity: string;
    range: object;
    fix?: { edits: { range: object; newText: string }[] };
  }[];
  emissions: { declared: unknown; grams: number | null; unit: string | null; confidence: number } | null;
  prediction: { grams: number; low: number; high: number } | null;
}

function checkJson(args: readonly string[], cwd: string): CheckedFile[] {
  return JSON.parse(runCli(['check', '--format', 'json', ...args], { cwd }).stdout) as CheckedFile[];
}

describe('exit codes', () => {
  test.each([
    ['a card that is right', GRAMS, 0],
    ['a warning', KILOGRAMS, 1],
    ['an error', WITH_UNIT, 1],
  ])('%s', (_, card, code) => {
    expect(runCli(['check', 'README.md'], { cwd: folderWith({ 'README.md': card }) }).code).toBe(code);
  });

  test.each([
    [['check', 'no-such-file.md'], /no such file/],
    [['check', '--format', 'yaml', '.'], /argument 'yaml' is invalid/],
    [['check', '--rule', 'emissions-grams=off', '.'], /There is no rule “emissions-grams”/],
    [['check', '--rule', 'emissions-zero=loud', '.'], /“loud” is no severity/],
    [['check'], /missing required argument/],
    [['chekc', '.'], /unknown command 'chekc'/],
  ])('%j is a mistake', (args, message) => {
    const { code, stderr } = runCli(args, { cwd: folderWith({}) });
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  test('a path that is not there is told, and the other cards are checked all the same', () => {
    const cwd = folderWith({ 'good.md': GRAMS, 'last.md': KILOGRAMS });
    const paths = ['good.md', 'missing.md', 'none/*.md', 'last.md'];
    const { code, stdout, stderr } = runCli(['check', '--format', 'json', ...paths], { cwd });
    const checked = JSON.parse(stdout) as CheckedFile[];
    expect(checked.map(({ file }) => file)).toEqual(['good.md', 'last.md']);
    expect(stderr).toMatch(
      /^model-card-co2: ENOENT: no such file or directory, stat 'missing\.md'\nmodel-card-co2: .*none.*\n$/,
    );
    expect(code).toBe(2);
    const alone = runCli(['check', '--format', 'json', 'missing.md'], { cwd });
    expect([alone.stdout, alone.code]).toEqual(['[]\n', 2]);
  });

  test('a rule that is off finds nothing', () => {
    const cwd = folderWith({ 'README.md': KILOGRAMS });
    expect(runCli(['check', '--rule', 'emissions-kilograms=off', 'README.md'], { cwd }).code).toBe(0);
  });
});

describe('JSON', () => {
  test('has the finding with its range, the fix as an edit, the judged emissions and the prediction', () => {
    const cwd = folderWith({
      'README.md': KILOGRAMS.replace('license', 'pipeline_tag: fill-mask\nlicense'),
      'config.json': '{"num_parameters": 66000000}',
    });
    const [checked] = checkJson(['.'], cwd);
    const range = { start: { line: 4, character: 13 }, end: { line: 4, character: 17 } };
    expect(checked?.file).toBe('README.md');
    expect(checked?.findings).toMatchObject([
      {
        rule: 'emissions-kilograms',
        severity: 'warning',
        range,
        fix: { edits: [{ range, newText: '1710' }] },
      },
    ]);
    expect(checked?.emissions).toMatchObject({ declared: 1.71, grams: 1710, unit: 'kg' });
    expect(checked?.emissions?.confidence).toBeGreaterThan(0.9);
    expect(checked?.prediction?.low).toBeLessThan(checked?.prediction?.grams ?? 0);
  });

  test('a card without emissions has none, and one without a size has no prediction', () => {
    const [checked] = checkJson(['.'], folderWith({ 'README.md': '---\nlicense: mit\n---\n' }));
    expect(checked).toMatchObject({ findings: [], emissions: null, prediction: null });
  });

  test('finds the cards of a folder, in any case, and leaves hidden folders and packages alone', () => {
    const cwd = folderWith({
      'README.md': GRAMS,
      'b/readme.md': GRAMS,
      'a/ReadMe.MD': GRAMS,
      'a/notes.md': KILOGRAMS,
      '.git/README.md': KILOGRAMS,
      'node_modules/x/README.md': KILOGRAMS,
    });
    expect(checkJson(['.'], cwd).map(({ file }) => file)).toEqual([
      'README.md',
      'a/ReadMe.MD',
      'b/readme.md',
    ]);
  });

  test('reads a card from standard input', () => {
    const { stdout, code } = runCli(['check', '--format', 'json', '-'], { input: KILOGRAMS });
    expect(JSON.parse(stdout)).toMatchObject([{ file: '-', findings: [{ rule: 'emissions-kilograms' }] }]);
    expect(code).toBe(1);
  });

  test('a long report is whole when it is piped', () => {
    const cards = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`model-${i}/README.md`, WITH_UNIT]),
    );
    const checked = checkJson(['.'], folderWith(cards));
    expect(checked).toHaveLength(300);
  });
});

describe('--fix', () => {
  test('applies what cannot change what the author meant, and nothing else', () => {
    const cwd = folderWith({ 'README.md': WITH_UNIT, 'kilograms/README.md': KILOGRAMS });
    expect(runCli(['check', '--fix', 'README.md'], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toBe(WITH_UNIT.replace('"1.71 kg"', '1710'));
    expect(runCli(['check', '--fix', 'kilograms'], { cwd }).code).toBe(1);
    expect(readFileSync(join(cwd, 'kilograms/README.md'), 'utf8')).toBe(KILOGRAMS);
  });

  test('keeps a byte order mark and Windows line ends', () => {
    const card = `\uFEFF${WITH_UNIT.replaceAll('\n', '\r\n')}`;
    const cwd = folderWith({ 'README.md': card });
    runCli(['check', '--fix', '.'], { cwd });
    expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toBe(card.replace('"1.71 kg"', '1710'));
  });

  test('tells what it changed, also where one fix uncovers another', () => {
    const list = KILOGRAMS.replace(
      /emissions: 1\.71\n {2}source/,
      '- emissions: "1.71 kg"\n  - source',
    ).replaceAll(/^ {2}(?=training|geo|hardware)/gm, '  - ');
    const cwd = folderWith({ 'README.md': list, 'b/README.md': GRAMS });
    const { stdout, code } = runCli(['check', '--fix', '.'], { cwd });
    expect(stdout).toBe(
      'README.md:3 fixed emissions-shape: Write as a mapping, without dashes.\n' +
        'README.md:4 fixed emissions-unit: Change to 1710 (grams).\n' +
        '2 fixes in 1 card.\n' +
        '2 cards checked, nothing found.\n',
    );
    expect(code).toBe(0);
  });

  test('tells it beside the report of other formats', () => {
    const cwd = folderWith({ 'README.md': WITH_UNIT });
    const { stdout, stderr } = runCli(['check', '--fix', '--format', 'json', '.'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject([{ file: 'README.md', findings: [] }]);
    expect(stderr).toBe('README.md:4 fixed emissions-unit: Change to 1710 (grams).\n');
  });
});

describe('other formats', () => {
  test('text shows the line, the mark below it, the message and the fix', () => {
    const { stdout } = runCli(['check', 'README.md'], { cwd: folderWith({ 'README.md': KILOGRAMS }) });
    expect(stdout).toContain('README.md:4:14 warning emissions-kilograms');
    expect(stdout).toContain('     4 |   emissions: 1.71\n       |              ^^^^\n');
    expect(stdout).toContain('Fix: Change to 1710');
    expect(stdout).toContain('1 card checked: 0 errors, 1 warning, 0 remarks.');
  });

  test('GitHub gets annotations', () => {
    const { stdout } = runCli(['check', '--format', 'github', 'README.md'], {
      cwd: folderWith({ 'README.md': KILOGRAMS }),
    });
    expect(stdout).toMatch(
      /^::warning file=README\.md,line=4,col=14,endLine=4,endColumn=18,title=emissions-kilograms::1\.71 looks/,
    );
  });
});

describe('files that are no cards', () => {
  test.each([
    ['bytes that are no text', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0x00]), /not UTF-8/],
    ['NUL characters', Buffer.from('---\na: \0\n---\n'), /not text/],
    ['50 MB', Buffer.alloc(50 * 1024 * 1024, 'x'), /has more than 8 MB/],
  ])('%s are refused with a word', (_, content, message) => {
    const cwd = folderWith({ 'README.md': content });
    const { code, stdout } = runCli(['check', '--fix', '.'], { cwd });
    expect(stdout).toMatch(message);
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'README.md')).equals(content)).toBe(true);
  });

  test('are not counted among the cards that were checked', () => {
    const cwd = folderWith({ 'a/README.md': Buffer.from([0xff]), 'b/README.md': GRAMS });
    expect(runCli(['check', 'a'], { cwd }).stdout).toMatch(
      /not UTF-8.*\n0 cards checked\.\n1 card could not be read\.\n$/,
    );
    expect(runCli(['check', '.'], { cwd }).stdout).toMatch(
      /\n1 card checked, nothing found\.\n1 card could not be read\.\n$/,
    );
  });

  test('a YAML bomb is checked in no time', () => {
    const bomb = Array.from(
      { length: 40 },
      (_, i) => `a${i}: &a${i} [${i === 0 ? '"x"' : `*a${i - 1}, *a${i - 1}`}]`,
    ).join('\n');
    const cwd = folderWith({ 'README.md': `---\n${bomb}\nco2_eq_emissions: 5\n---\n` });
    const [checked] = checkJson(['.'], cwd);
    expect(checked?.emissions).toMatchObject({ grams: 5, unit: 'g' });
  });
});
