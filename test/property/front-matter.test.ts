import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCard } from '../../src/core/card/card';
import { findFrontMatter } from '../../src/core/card/front-matter';
import { applyEdits } from '../../src/core/card/text-range';
import { checkCard } from '../../src/core/rules/check-card';

/**
 * How the Hub's server and `huggingface_hub` find the block, in the words of their expression: start of text, white
 * space, `---`, one line break, anything (shortest), a line break, `---`, blanks, a line break or the end.
 */
const LINE_BREAK = String.raw`(?:\r\n|\r|\n)`;
const HUB = new RegExp(String.raw`^(\s*---${LINE_BREAK})([\s\S]*?)${LINE_BREAK}---[ \t]*(?:${LINE_BREAK}|$)`);

/** What decides about a block, and some text that does not. */
const PIECES = [
  ...['---', '---', '---', '--', '----', '-'],
  ...['\n', '\n', '\n', '\r\n', '\r\n', '\r'],
  ...[' ', '\t', '\u00a0', '\uFEFF', '\u2028', '\v'],
  ...['a: b', 'license: mit', '# x', '...', 'text', '"', '{', '[', 'é', '😀'],
];

const OPENERS = ['\n', '\r\n', '\r', ' \n', '\na: b\n', '\r\na: b\r\n'];

/** Strings of pieces from a seed: a hundred times faster than an arbitrary for each. */
function* strings(seed: number, count: number): Generator<string> {
  let state = seed | 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  for (let made = 0; made < count; made += 1) {
    // Half of them open a block at once, or hardly any would hold one.
    let text = below(2) === 0 ? `---${OPENERS[below(OPENERS.length)] ?? ''}` : '';
    for (let length = below(14); length > 0; length -= 1) text += PIECES[below(PIECES.length)] ?? '';
    yield text;
  }
}

const seeds = fc.integer({ min: 1, max: 0x7fffffff });

describe('the front matter is what the Hub finds', () => {
  test('on a million strings', () => {
    let blocks = 0;
    const finds = fc.property(seeds, (seed) => {
      for (const text of strings(seed, 1000)) {
        const hub = HUB.exec(text);
        const found = findFrontMatter(text);
        const closed = found?.state === 'closed' ? found : undefined;
        const yaml = closed && text.slice(closed.yaml.start, closed.yaml.end);
        if (
          yaml !== hub?.[2] ||
          closed?.bodyStart !== hub?.[0].length ||
          closed?.yaml.start !== hub?.[1]?.length
        )
          throw new Error(`${JSON.stringify(text)}: the Hub finds ${JSON.stringify(hub)}`);
        if (found && text.slice(found.openingFence.start, found.openingFence.end) !== '---')
          throw new Error(`${JSON.stringify(text)}: opening fence`);
        if (closed?.closingFence && text.slice(closed.closingFence.start, closed.closingFence.end) !== '---')
          throw new Error(`${JSON.stringify(text)}: closing fence`);
        if (hub) blocks += 1;
      }
    });
    fc.assert(finds, { numRuns: 1000 });
    expect(blocks, 'enough strings hold a block to prove something').toBeGreaterThan(20_000);
  });

  test('an unclosed block lies within the text, before the body', () => {
    const lies = fc.property(seeds, (seed) => {
      for (const text of strings(seed, 100)) {
        const found = findFrontMatter(text);
        if (found?.state !== 'unclosed') continue;
        expect(found.closingFence).toBeUndefined();
        expect(found.yaml.start).toBeGreaterThanOrEqual(found.openingFence.end);
        expect(found.yaml.end).toBeGreaterThanOrEqual(found.yaml.start);
        expect(found.bodyStart).toBeGreaterThanOrEqual(found.yaml.end);
        expect(found.bodyStart).toBeLessThanOrEqual(text.length);
      }
    });
    fc.assert(lies, { numRuns: 200 });
  });
});

describe('the fixes of front-matter', () => {
  test('make the Hub see a block, in one step', () => {
    let fixed = 0;
    const mends = fc.property(seeds, (seed) => {
      for (const text of strings(seed, 100)) {
        const { findings } = checkCard(readCard(text));
        for (const fix of findings
          .filter(({ rule }) => rule === 'front-matter')
          .flatMap(({ fixes = [] }) => fixes)) {
          const after = applyEdits(text, fix.edits);
          const left = checkCard(readCard(after)).findings.filter(({ rule }) => rule === 'front-matter');
          expect(left, `${JSON.stringify(text)} became ${JSON.stringify(after)}`).toEqual([]);
          expect(after).toMatch(HUB);
          fixed += 1;
        }
      }
    });
    fc.assert(mends, { numRuns: 50 });
    expect(fixed).toBeGreaterThan(300);
  });
});
