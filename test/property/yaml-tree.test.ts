import fc from 'fast-check';
import { dump, load, YAMLException } from 'js-yaml';
import { expect, test } from 'vitest';
import { readMetadata } from '../../src/core/card/metadata';
import { keyName, type YamlNode } from '../../src/core/card/yaml-node';

const MARGIN = '---\n';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[a-z #:|>&*'"{}[\],?-]{0,12}$/),
  fc.constantFrom('two\nlines', 'a\n\n  b\n', 'it’s', 'null', '5', '1e3', '~', 'no'),
);
const key = fc.oneof(fc.stringMatching(/^[a-z_]{1,6}$/), fc.stringMatching(/^[a-z "'|#{}[\]:-]{1,6}$/));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    text,
    fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));
const layout = fc.record({
  indent: fc.integer({ min: 1, max: 4 }),
  flowLevel: fc.integer({ min: -1, max: 4 }),
  lineWidth: fc.constantFrom(-1, 20, 80),
  seqNoIndent: fc.boolean(),
  flowBracketPadding: fc.boolean(),
  forceQuotes: fc.boolean(),
  quoteStyle: fc.constantFrom<('single' | 'double')[]>('single', 'double'),
});
const lineBreak = fc.constantFrom('\n', '\r\n', '\r');

test('the text in the range of each node says what js-yaml reads at its place', () => {
  fc.assert(
    fc.property(
      fc.dictionary(key, value, { minKeys: 1, maxKeys: 5 }),
      layout,
      lineBreak,
      (card, style, eol) => {
        const yaml = dump(card, { ...style, noRefs: true }).replaceAll('\n', eol);
        const source = `${MARGIN}${yaml}`;
        const metadata = readMetadata(source, { start: MARGIN.length, end: source.length });
        if ('refusal' in metadata || metadata.map === undefined) throw new Error('The card was refused.');
        expect(metadata.values).toEqual(load(yaml));
        compare(source, metadata.map, metadata.values);
      },
    ),
    { numRuns: 3000 },
  );
});

function compare(source: string, node: YamlNode, expected: unknown): void {
  if (node.range !== undefined && !(node.kind === 'scalar' && node.style === 'block')) {
    // What stands before it in its line gives way to blanks, since the lines below are indented.
    const lineStart =
      Math.max(
        source.lastIndexOf('\n', node.range.start - 1),
        source.lastIndexOf('\r', node.range.start - 1),
      ) + 1;
    const alone = ' '.repeat(node.range.start - lineStart) + source.slice(node.range.start, node.range.end);
    expect(load(alone)).toEqual(expected);
  }
  if (node.kind === 'nothing') expect(expected).toBeNull();
  if (node.kind === 'scalar' && typeof expected === 'string') expect(node.text).toBe(expected);
  if (node.kind === 'sequence') {
    const items = expected as readonly unknown[];
    expect(node.items).toHaveLength(items.length);
    for (const [index, item] of node.items.entries()) compare(source, item, items[index]);
  }
  if (node.kind === 'mapping') {
    const values = expected as Readonly<Record<string, unknown>>;
    expect(node.pairs.map(keyName).sort()).toEqual(Object.keys(values).sort());
    for (const pair of node.pairs) compare(source, pair.value, values[keyName(pair)]);
  }
}

test('broken text is refused in the words of js-yaml’s `load`', () => {
  const broken = fc
    .tuple(
      fc.dictionary(key, value, { minKeys: 1, maxKeys: 3 }),
      layout,
      fc.nat(),
      fc.stringMatching(/^[{}[\],:"'|>&*!\n -]{1,3}$/),
    )
    .map(([card, style, at, damage]) => {
      const yaml = dump(card, { ...style, noRefs: true });
      const place = at % (yaml.length + 1);
      return yaml.slice(0, place) + damage + yaml.slice(place);
    });
  fc.assert(
    fc.property(broken, (yaml) => {
      const metadata = readMetadata(yaml, { start: 0, end: yaml.length });
      if ('refusal' in metadata) return;
      expect(metadata.problem?.message).toBe(reasonOf(yaml));
    }),
    { numRuns: 3000 },
  );
});

/** Why the Hub refuses the text; undefined where it is a mapping or empty. */
function reasonOf(yaml: string): string | undefined {
  try {
    const loaded = load(yaml);
    const isMapping = loaded === null || (typeof loaded === 'object' && !Array.isArray(loaded));
    return isMapping ? undefined : 'the metadata must be a mapping of keys to values';
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return error.reason.includes('input is empty') ? undefined : error.reason;
  }
}
