import { parseEvents } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { keyName, targetOf, type YamlNode } from '../../../../src/core/card/yaml-node';
import { yamlTree } from '../../../../src/core/card/yaml-tree';

const OFFSET = 4;
const treeOf = (yaml: string): YamlNode | undefined => yamlTree(parseEvents(yaml, {}), yaml, OFFSET);

/** The node's text in the source: ranges count from the start of the card. */
function written(yaml: string, node: YamlNode | undefined): string | undefined {
  return node?.range && yaml.slice(node.range.start - OFFSET, node.range.end - OFFSET);
}

/** The value of the only key, or of the last one. */
function lastValue(yaml: string): YamlNode {
  const root = treeOf(yaml);
  const pair = root?.kind === 'mapping' ? root.pairs.at(-1) : undefined;
  if (pair === undefined) throw new Error('There is no key.');
  return pair.value;
}

describe('the range of a value is what its author sees of it', () => {
  test.each([
    ['a word', 'a: b # c', 'b'],
    ['words on two lines', 'a: b\n  c\n', 'b\n  c'],
    ['double quotes', 'a: "b \\" c" # d', '"b \\" c"'],
    ['single quotes', "a: 'it''s'\n", "'it''s'"],
    ['empty quotes', 'a: ""', '""'],
    ['a literal block', 'a: |\n  b\n\n  c\n\n', '|\n  b\n\n  c'],
    ['a folded block with a comment, below its key', 'a: # x | y\n  >- # z\n  b\n', '>- # z\n  b'],
    ['an empty block', 'a: |\n', '|'],
    ['a block behind a tag and a name', 'a: !!str &b |2-\n   c', '|2-\n   c'],
    ['a block in CRLF', 'a: |-\r\n  b\r\n', '|-\r\n  b'],
    ['a block as an item of a list', 'a:\n- - |\n   b\n', '- - |\n   b'],
    ['what a name stands before', 'a: &b c', 'c'],
    ['what a tag stands before', 'a: !!str 5', '5'],
    ['an alias', 'b: &c d\na: *c # e', '*c'],
    ['braces', 'a: {b: c, } # d', '{b: c, }'],
    ['empty braces', 'a: { } # d', '{ }'],
    ['empty values in braces', 'a: {b: , ? c, d} #', '{b: , ? c, d}'],
    ['names and tags without a value in braces', 'a: {&b c: &d , e: !!str }', '{&b c: &d , e: !!str }'],
    ['a mapping as a key', 'a: {{b: c}: d}', '{{b: c}: d}'],
    ['a mapping below its key', 'a:\n  b: c # d\n\n  # e\n', 'b: c'],
    ['a mapping that ends in nothing', 'a:\n  b: c\n  d: # e\n', 'b: c\n  d'],
    ['a list at the margin', 'a:\n- b\n- c # d\n', '- b\n- c'],
    ['a list that ends in nothing', 'a:\n- b\n-  # d\n', '- b\n-'],
    ['a list in a list', 'a:\n-  - b\n   - c\n', '-  - b\n   - c'],
    ['emoji', 'a: "😀" # é', '"😀"'],
  ])('%s', (_, yaml, range) => expect(written(yaml, lastValue(yaml))).toBe(range));

  test.each([
    ['brackets with comments', '[\n b, # ]\n c\n # d ]\n ]', '[\n b, # ]\n c\n # d ]\n ]'],
    ['single pairs within brackets', '[a: b, {c: d}: e, ? f, : g]', '[a: b, {c: d}: e, ? f, : g]'],
  ])('%s, alone', (_, yaml, range) => expect(written(yaml, treeOf(yaml))).toBe(range));

  test('single pairs within brackets are mappings of their own', () => {
    const yaml = 'a: [b: c , {d: e}: f, {g: h}]';
    const list = lastValue(yaml);
    const items = list.kind === 'sequence' ? list.items : [];
    expect(items.map((item) => [item.kind, written(yaml, item)])).toEqual([
      ['mapping', 'b: c'],
      ['mapping', '{d: e}: f'],
      ['mapping', '{g: h}'],
    ]);
  });
});

test('nothing has no range, but the dash before it has one', () => {
  expect(lastValue('a: # b')).toMatchObject({ kind: 'nothing', isNamed: false, dash: undefined });
  expect(lastValue('a: &b')).toMatchObject({ kind: 'nothing', isNamed: true });
  const list = lastValue('a:\n- # b\n-\n- c');
  expect(list.kind === 'sequence' && list.items).toMatchObject([
    { kind: 'nothing', dash: { start: 3 + OFFSET, end: 4 + OFFSET } },
    { kind: 'nothing', dash: { start: 9 + OFFSET, end: 10 + OFFSET } },
    { kind: 'scalar', text: 'c' },
  ]);
});

test('a scalar has its text without quotes and escapes, and its tag and name beside it', () => {
  expect(lastValue("a: 'it''s'")).toMatchObject({ style: 'single', text: "it's", tagStart: undefined });
  expect(lastValue('a: !!str &b "\\u00e9"')).toMatchObject({
    style: 'double',
    text: 'é',
    isNamed: true,
    tagStart: 3 + OFFSET,
  });
  expect(lastValue('a: >\n  b\n  c\n')).toMatchObject({ style: 'block', text: 'b c\n' });
});

test.each([
  ['plain', 'a: 1', 'a'],
  ['in quotes', '"a b": 1', 'a b'],
  ['none', ': 1', 'null'],
  ['a list', '? [a]\n: 1', ''],
])('the name of a key: %s', (_, yaml, name) => {
  const root = treeOf(yaml);
  expect(root?.kind === 'mapping' && root.pairs.map(keyName)).toEqual([name]);
});

test('a text without a document has no tree', () => {
  expect(treeOf('')).toBeUndefined();
  expect(treeOf('# nothing')).toBeUndefined();
});

test('five thousand block scalars take no time', () => {
  const yaml = Array.from({ length: 5000 }, (_, key) => `k${key}: |\n  a | b\n`).join('');
  const start = process.cpuUsage();
  expect(treeOf(yaml)).toMatchObject({ kind: 'mapping' });
  const { user } = process.cpuUsage(start);
  expect(user / 1000).toBeLessThan(500);
});

describe('an alias knows what it repeats', () => {
  test.each([
    ['a word', 'b: &c d\na: *c', 'd'],
    ['quotes behind a tag', 'b: &c !!str "5"\na: *c', '"5"'],
    ['a mapping', 'b: &c\n  d: e\na: *c', 'd: e'],
    ['nothing', 'b: &c\na: *c', undefined],
    ['a name that was given twice', 'b: &c d\ne: &c f\na: *c', 'f'],
    ['a name that was given within', 'b: &c [&c d]\na: *c', 'd'],
    ['itself', 'a: &c [*c]', undefined],
  ])('%s', (_, yaml, repeated) => {
    const last = lastValue(yaml);
    const alias = last.kind === 'sequence' ? last.items[0] : last;
    expect(alias?.kind).toBe('alias');
    expect(written(yaml, alias && targetOf(alias))).toBe(repeated);
  });
});
