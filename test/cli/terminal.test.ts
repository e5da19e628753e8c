import { describe, expect, test } from 'vitest';
import { isColoured } from '../../src/cli/colour';
import { codeFrame } from '../../src/cli/formats/code-frame';
import { printable } from '../../src/cli/formats/printable';
import { folderWith, PLAIN_ENVIRONMENT, runCli } from './run-cli';
import { KILOGRAMS } from './sample-cards';

const ESCAPE = '\u001b';
const CSI = '\u009b';

/** Whatever acts on a terminal, but the ends of lines. */
const ACTIVE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const ACTIVE_ESCAPE = /\u001b/;

describe('what stands in a card or a name does nothing to a terminal', () => {
  test.each([
    [`${ESCAPE}[2J`, '␛[2J'],
    [`a${CSI}31mb`, 'a\ufffd31mb'],
    ['a\u0007\u007f', 'a␇␡'],
    ['a\nb\r', 'a␊b␍'],
    ['a\tb', 'a␉b'],
    ['\u202egnp.exe', '\ufffdgnp.exe'],
    ['\ud800', '\ufffd'],
    ['##[add-mask]a', '#\u200b#[add-mask]a'],
    ['x ##vso[task.setvariable]y', 'x #\u200b#vso[task.setvariable]y'],
    ['## Heading, naïve 東京 \u{1F331}', '## Heading, naïve 東京 \u{1F331}'],
  ])('%j is printed as %j', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  const name = `a${ESCAPE}]0;title\u0007\n::error::b/README.md`;
  const card = KILOGRAMS.replace('1.71\n', `1.71 # ${ESCAPE}[31m\u202e %0A::set-env name=a::b\n`).replace(
    'fine-tuning',
    `"tuned\\e[2J${CSI}::stop-commands::x"`,
  );

  test.each(['text', 'github'])('the format %s', (format) => {
    const args = ['check', '--format', format, '--rule', 'training-type=error', '.'];
    const { stdout } = runCli(args, { cwd: folderWith({ [name]: card }) });
    expect(stdout).toContain('looks like kilograms');
    const lines = stdout.split('\n');
    expect(lines.filter((line) => ACTIVE.test(line))).toEqual([]);
    const commands = lines.filter((line) => /^\s*::/.test(line));
    const ours =
      /^::(?:error|warning|notice) file=[^:,]+,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=[a-z-]+::/;
    expect(commands.filter((line) => !ours.test(line))).toEqual([]);
    expect(commands).toHaveLength(format === 'github' ? 2 : 0);
  });

  test('a name that begins like a command of GitHub is none', () => {
    const { stdout } = runCli(['check', '.'], {
      cwd: folderWith({ '::stop-commands::x/README.md': KILOGRAMS }),
    });
    expect(stdout).toMatch(/^\.\/::stop-commands::x\/README\.md:4:14 warning/);
  });

  test('nor does a message about what is not there', () => {
    const { stderr } = runCli(['check', `${ESCAPE}[2J.md`], { cwd: folderWith({}) });
    expect(stderr).toMatch(/no such file.*'␛\[2J\.md'\n$/);
  });
});

describe('code frames', () => {
  /** The frame of the part of a line between two bars. */
  function frame(marked: string): [string, string] {
    const [before = '', part = '', after = ''] = marked.split('|');
    const { shown, blanks, marks } = codeFrame(`---\n${before}${part}${after}\n---`, {
      start: 4 + before.length,
      end: 4 + before.length + part.length,
    });
    return [shown, blanks + marks];
  }

  test.each([
    ['a: |1.71|', 'a: 1.71', '   ^^^^'],
    ['a:\t|1.71|\t# b', 'a:  1.71    # b', '    ^^^^'],
    ['\t\t|x|', '        x', '        ^'],
    ['東京: |1.71| kg', '東京: 1.71 kg', '      ^^^^'],
    ['a: |東京|', 'a: 東京', '   ^^^^'],
    ['\u{1F331}\u{1F469}\u200d\u{1F4BB}: |x|', '\u{1F331}\u{1F469}\u200d\u{1F4BB}: x', '      ^'],
    ['e\u0301: |x|', 'e\u0301: x', '   ^'],
    ['a: ||', 'a: ', '   ^'],
    [`${ESCAPE}: |x|`, '␛: x', '   ^'],
  ])('%j', (marked, shown, below) => {
    expect(frame(marked)).toEqual([shown, below]);
  });

  test('long lines are cut around the finding, and not within a character', () => {
    const [shown, below] = frame(`${'\u{1F331}'.repeat(300)}|x|${'y'.repeat(300)}`);
    expect(shown).toBe(`${'\u{1F331}'.repeat(25)}x${'y'.repeat(49)}`);
    expect(below).toBe(`${' '.repeat(50)}^`);
    expect(frame(`a${'\u{1F331}'.repeat(300)}|x|`)[0]).not.toMatch(/\p{Surrogate}|\ufffd/u);
  });
});

describe('colours', () => {
  test.each([
    [undefined, {}, true, true],
    [undefined, {}, false, false],
    [undefined, {}, undefined, false],
    [undefined, { TERM: 'dumb' }, true, false],
    [undefined, { NO_COLOR: '1' }, true, false],
    [undefined, { NO_COLOR: '' }, true, true],
    [undefined, { FORCE_COLOR: '1' }, false, true],
    [undefined, { FORCE_COLOR: '0' }, true, false],
    [undefined, { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [true, { NO_COLOR: '1' }, false, true],
    [false, { FORCE_COLOR: '1' }, true, false],
  ])('asked for: %s, with %j, on a terminal: %s', (asked, environment, isTerminal, expected) => {
    expect(isColoured(asked, environment, isTerminal)).toBe(expected);
  });

  const cwd = () => folderWith({ 'README.md': KILOGRAMS });

  test('the flag and the environment arrive', () => {
    const plain = runCli(['check', '.'], { cwd: cwd() }).stdout;
    expect(plain).not.toMatch(ACTIVE_ESCAPE);
    const onCi = { ...PLAIN_ENVIRONMENT, CI: 'true', GITHUB_ACTIONS: 'true' };
    expect(runCli(['check', '.'], { cwd: cwd(), env: onCi }).stdout).toBe(plain);
    expect(runCli(['check', '--color', '.'], { cwd: cwd() }).stdout).toContain(
      `${ESCAPE}[33mwarning${ESCAPE}[39m`,
    );
    const env = { ...PLAIN_ENVIRONMENT, FORCE_COLOR: '1' };
    const coloured = runCli(['check', '.'], { cwd: cwd(), env }).stdout;
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
    expect(runCli(['check', '--no-color', '.'], { cwd: cwd(), env }).stdout).toBe(plain);
    for (const format of ['json', 'sarif', 'github']) {
      expect(runCli(['check', '--color', '--format', format, '.'], { cwd: cwd() }).stdout).not.toMatch(
        ACTIVE_ESCAPE,
      );
    }
  });
});
