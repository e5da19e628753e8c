import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countPairs, isNestedDeeper, measureJson } from '../../../../src/core/json/json-shape';

/** How deep a value is nested; 1 for `{}`. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('the depth of JSON text is that of its value', () => {
  const pieces = ['"', '\\', '\\"', '[', ']', '{', '}', ':', ',', 'a', '\n', 'é'];
  const text = fc.array(fc.constantFrom(...pieces)).map((some) => some.join(''));
  const json = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'medium' }, text, fc.double(), tie('list'), tie('mapping')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    mapping: fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  })).value;

  test('whatever stands in its names and texts', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 2), (value, indent) => {
        const written = JSON.stringify(value, null, indent);
        const depth = depthOf(value);
        expect(measureJson(written)).toEqual({ depth, pairs: countPairs(value) });
        expect(isNestedDeeper(written, depth)).toBe(false);
        expect(isNestedDeeper(written, depth - 1)).toBe(depth > 0);
      }),
    );
  });

  test.each([
    ['a text that is never closed', '["[[[[', false],
    ['a text that ends in a backslash', '["\\', false],
    ['a backslash before the quote that closes', '["\\\\", [[', true],
    ['a quote that closes nothing', '["\\"[[[', false],
    ['more closed than open', ']]]][[', false],
    ['more open than closed', '[[[]', true],
  ])('%s', (_what, written, isDeeper) => {
    expect(isNestedDeeper(written, 2)).toBe(isDeeper);
  });
});
