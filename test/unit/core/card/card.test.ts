import { describe, expect, test } from 'vitest';
import { MAX_CARD_LENGTH, readCard } from '../../../../src/core/card/card';
import { MAX_FRONT_MATTER_LENGTH } from '../../../../src/core/card/front-matter';
import type { TextRange } from '../../../../src/core/card/text-range';
import { checkCard } from '../../../../src/core/rules/check-card';

const inCard = (yaml: string): string => `---\n${yaml}\n---\n# Model\n`;
const at = (text: string, range: TextRange | undefined): string | undefined =>
  range && text.slice(range.start, range.end);

describe('the front matter', () => {
  test.each([
    ['plain', '---\na: b\n---\n# M', 'closed', 'a: b', '# M'],
    ['CRLF', '---\r\na: b\r\n---\r\n# M', 'closed', 'a: b', '# M'],
    ['lone CR', '---\ra: b\r---\r# M', 'closed', 'a: b', '# M'],
    ['a byte order mark', '\uFEFF---\na: b\n---\n# M', 'closed', 'a: b', '# M'],
    ['blank lines before it', '\n \t\n---\na: b\n---\n# M', 'closed', 'a: b', '# M'],
    ['an indented opening fence', '  ---\na: b\n---\n# M', 'closed', 'a: b', '# M'],
    ['blanks behind the closing fence', '---\na: b\n--- \t\n# M', 'closed', 'a: b', '# M'],
    ['the end of the file behind it', '---\na: b\n---', 'closed', 'a: b', ''],
    ['an empty line as its content', '---\n\n---\n# M', 'closed', '', '# M'],
    ['a line of four dashes inside', '---\na: b\n----\nc: d\n---\n', 'closed', 'a: b\n----\nc: d', ''],
    ['never closed', '---\na: b\n', 'unclosed', 'a: b', '\n'],
    ['closed by an indented fence', '---\na: b\n ---\n# M', 'unclosed', 'a: b', '\n ---\n# M'],
    [
      'prose behind an unclosed block',
      '---\na: b\n\n# Model\n\nText',
      'unclosed',
      'a: b',
      '\n\n# Model\n\nText',
    ],
    ['only the opening fence', '---', 'unclosed', '', ''],
  ])('%s', (_, text, state, yaml, body) => {
    const found = readCard(text).frontMatter;
    expect(found?.state).toBe(state);
    expect(at(text, found?.yaml)).toBe(yaml);
    expect(text.slice(found?.bodyStart)).toBe(body);
  });

  test.each([
    ['text before it', 'Hello\n---\na: b\n---\n'],
    ['blanks behind the opening fence', '--- \na: b\n---\n'],
    ['four dashes', '----\na: b\n---\n'],
    ['nothing', ''],
  ])('is none with %s', (_, text) => expect(readCard(text).frontMatter).toBeUndefined());
});

describe('what the metadata says is what js-yaml says', () => {
  test.each([
    ['underscores are text', 'a: 24_700_000', { a: '24_700_000' }],
    ['dates are text', 'a: 2024-01-01', { a: '2024-01-01' }],
    ['empty', '', {}],
    ['only a comment', '# nothing yet', {}],
    ['null', '~', {}],
  ])('%s', (_, yaml, values) => expect(readCard(inCard(yaml)).metadata?.values).toEqual(values));

  test('keys that JavaScript knows are keys like any other', () => {
    const values = readCard(inCard('__proto__: 5\nconstructor: 6\ntoString:\n  __proto__: 7')).metadata
      ?.values;
    expect(Object.entries(values ?? {}).slice(0, 2)).toEqual([
      ['__proto__', 5],
      ['constructor', 6],
    ]);
    expect(Object.prototype).not.toHaveProperty('emissions');
  });

  test.each([
    ['a duplicate key', 'a: 1\nb: 2\na: 3', 'duplicated mapping key', 'a'],
    ['a colon too many', 'a: b: c # d', 'bad indentation of a mapping entry', ': c # d'],
    ['an open bracket', 'a: [', 'unexpected end of the stream within a flow collection', '['],
    ['a list', '- a\n- b', 'the metadata must be a mapping of keys to values', '- a'],
    ['words', 'just words', 'the metadata must be a mapping of keys to values', 'just words'],
    ['a date', '2024-01-01', 'the metadata must be a mapping of keys to values', '2024-01-01'],
  ])('%s is a problem at its place', (_, yaml, message, where) => {
    const text = inCard(yaml);
    const problem = readCard(text).metadata?.problem;
    expect(problem?.message).toBe(message);
    expect(at(text, problem?.range)).toBe(where);
  });
});

describe('the emissions entry', () => {
  test.each([
    ['scalar', 'co2_eq_emissions: 5 # g', 'scalar', 'co2_eq_emissions: 5', '5'],
    [
      'mapping',
      'co2_eq_emissions:\n  emissions: 5 # g\n  # more\n\n# x\ntags: a',
      'mapping',
      'co2_eq_emissions:\n  emissions: 5',
      '5',
    ],
    [
      'mapping that ends in an empty key',
      'co2_eq_emissions:\n  emissions: 5\n  source: # later\ntags: a',
      'mapping',
      'co2_eq_emissions:\n  emissions: 5\n  source',
      '5',
    ],
    [
      'mapping that ends in a block scalar',
      'co2_eq_emissions:\n  emissions: 5\n  source: >-\n    a\n    b\n\ntags: a',
      'mapping',
      'co2_eq_emissions:\n  emissions: 5\n  source: >-\n    a\n    b',
      '5',
    ],
    [
      'flow mapping',
      'co2_eq_emissions: {emissions: 5, source: x } # g',
      'mapping',
      'co2_eq_emissions: {emissions: 5, source: x }',
      '5',
    ],
    [
      'list',
      'co2_eq_emissions:\n- emissions: 5 # g\n- source: x # y\ntags: a',
      'list',
      'co2_eq_emissions:\n- emissions: 5 # g\n- source: x',
      '5',
    ],
    ['nothing', 'co2_eq_emissions:\ntags: a', 'null', 'co2_eq_emissions', undefined],
    ['tilde', 'co2_eq_emissions: ~', 'null', 'co2_eq_emissions: ~', undefined],
    ['quoted key', '"co2_eq_emissions": \'5 kg\'', 'scalar', '"co2_eq_emissions": \'5 kg\'', "'5 kg'"],
    ['tagged', 'co2_eq_emissions: !!str 5', 'scalar', 'co2_eq_emissions: !!str 5', '!!str 5'],
    ['explicit key', '? co2_eq_emissions\n: 5', 'scalar', 'co2_eq_emissions\n: 5', '5'],
    [
      'nested',
      'co2_eq_emissions:\n  emissions:\n    value: 5',
      'mapping',
      'co2_eq_emissions:\n  emissions:\n    value: 5',
      undefined,
    ],
    [
      'block scalar',
      'co2_eq_emissions: |\n  5 kg\ntags: a',
      'scalar',
      'co2_eq_emissions: |\n  5 kg',
      '|\n  5 kg',
    ],
    ['wrapped', 'co2_eq_emissions: 5\n  kg\ntags: a', 'scalar', 'co2_eq_emissions: 5\n  kg', '5\n  kg'],
  ])('%s', (_, yaml, shape, range, amount) => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const text = `\uFEFF\n${inCard(yaml)}`.replaceAll('\n', lineBreak);
      const { emissions } = readCard(text);
      expect(emissions?.shape).toBe(shape);
      expect(at(text, emissions?.range)).toBe(range.replaceAll('\n', lineBreak));
      expect(at(text, emissions?.amount?.range)).toBe(amount?.replaceAll('\n', lineBreak));
    }
  });

  test.each([
    ['an alias refers to it', 'co2_eq_emissions: &a 5\nx: *a'],
    ['a comment stands in it', 'co2_eq_emissions: > # in grams\n  5 kg'],
  ])('is not replaced where %s', (_, yaml) => {
    expect(readCard(inCard(yaml)).emissions?.amount?.replaceable).toBe(false);
  });
});

test('the prose is read once, and only when it is asked for', () => {
  const card = readCard(`${inCard('license: mit')}\nTraining emitted 5 kg of CO2.`);
  const isRead = (): boolean => 'value' in (Object.getOwnPropertyDescriptor(card, 'statements') ?? {});
  expect(isRead()).toBe(false);
  const { statements } = card;
  expect(statements).toHaveLength(1);
  expect(isRead()).toBe(true);
  expect(card.statements).toBe(statements);
});

describe('hostile cards are refused or read, quickly, and never throw', () => {
  const nested = (open: string, depth: number): string => inCard(`a: ${open.repeat(depth)}`);
  const bomb = 'bcdefgh'.split('').map((key, index) => {
    const before = 'abcdefg'[index] ?? '';
    return `${key}: &${key} [${Array<string>(9).fill(`*${before}`).join(',')}]`;
  });
  const REFUSED: [name: string, text: () => string, why: RegExp][] = [
    ['50 MB', () => 'a'.repeat(50 * 1024 * 1024), /50 MB/],
    ['a large block', () => inCard(`a: ${'x'.repeat(MAX_FRONT_MATTER_LENGTH)}`), /larger than 512 KB/],
    ['NUL bytes', () => inCard('a: \0'), /not text/],
    ['brackets without end', () => nested('[', 100_000), /nested too deeply/],
    ['braces without end', () => nested('{', 100_000), /nested too deeply/],
    ['mappings without end', () => nested('{a: ', 100_000), /nested too deeply/],
    ['dashes without end', () => nested('\n- ', 1).replace('- ', '- '.repeat(50_000)), /nested too deeply/],
    ['question marks without end', () => inCard('? '.repeat(50_000)), /nested too deeply/],
    ['many aliases', () => inCard(`a: &a 1\nb: [${'*a,'.repeat(2000)}]`), /aliases/],
  ];
  test.each(REFUSED)('%s: refused', { timeout: 5000 }, (_, make, why) => {
    const card = readCard(make());
    expect(card.refusal).toMatch(why);
    expect(checkCard(card).findings).toEqual([]);
  });

  const READ: [name: string, text: () => string][] = [
    ['a billion laughs', () => inCard(['a: &a [x,x,x,x,x,x,x,x,x]', ...bomb].join('\n'))],
    [
      'a model-index of aliases',
      () =>
        inCard(
          'm: &m {type: a, value: 1}\nr: &r {task: {type: b}, dataset: {type: c, name: d}, metrics: [' +
            `${'*m,'.repeat(99)}]}\ni: &i {name: n, results: [${'*r,'.repeat(99)}]}\nmodel-index: [${'*i,'.repeat(99)}]`,
        ),
    ],
    ['merge keys', () => inCard(`a: &a {b: 1}\nc:\n  <<: [${'*a,'.repeat(290)}]`)],
    ['a huge scalar', () => inCard(`a: "${'x'.repeat(500_000)}"`)],
    ['a huge key', () => inCard(`${'a'.repeat(500_000)}: 5`)],
    ['quotes without end', () => inCard(`a: ${'"'.repeat(500_000)}`)],
    ['commas without end', () => inCard(`a: [${','.repeat(500_000)}`)],
    ['tags without end', () => inCard(`a: ${'!a '.repeat(150_000)}`)],
    ['anchors without end', () => inCard('&a '.repeat(150_000))],
    ['colons without end', () => inCard(': '.repeat(250_000))],
    ['documents without end', () => inCard('...\n'.repeat(120_000))],
    ['blanks without end', () => ' '.repeat(MAX_CARD_LENGTH)],
    ['line breaks without end', () => `---\n${'\n'.repeat(MAX_CARD_LENGTH - 10)}`],
    ['fences that are none', () => `---\n${'\n--- x'.repeat(1_000_000)}`],
    ['fences with blanks', () => `---\n${`\n---${' '.repeat(1000)}x`.repeat(8000)}`],
    ['an unclosed block of 8 MB', () => `---\n${'a: b\n'.repeat(1_600_000)}`],
    [
      'binary',
      () =>
        Array.from({ length: 200_000 }, (_, i) => String.fromCharCode(1 + ((i * 7919) % 60_000))).join(''),
    ],
    ['lone surrogates', () => inCard('a: \ud800\nco2_eq_emissions: \udc00')],
    ['an amount of many digits', () => inCard(`co2_eq_emissions: ${'9'.repeat(100_000)}`)],
    ['an amount of many digits as text', () => inCard(`co2_eq_emissions: "${'9'.repeat(100_000)} kg"`)],
  ];
  test.each(READ)('%s: read', { timeout: 15_000 }, (_, make) => {
    expect(() => checkCard(readCard(make()))).not.toThrow();
  });
});
