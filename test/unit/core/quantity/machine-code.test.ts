import { describe, expect, test } from 'vitest';
import { machineCode } from '../../../../src/core/quantity/machine-code';

describe('an expression that is compiled at once', () => {
  test.each([
    ['of a sticky one, the place to begin', /b/y, 1],
    ['of a global one, the place to go on', /b/g, 1],
    ['of a plain one, nothing', /b/, 0],
  ])('keeps %s', (_what, pattern, lastIndex) => {
    pattern.lastIndex = lastIndex;
    expect(machineCode(pattern)).toBe(pattern);
    expect(pattern.lastIndex).toBe(lastIndex);
    expect(pattern.exec('abc')?.index).toBe(1);
  });

  test('is compiled once, not with each use', () => {
    let uses = 0;
    class Counted extends RegExp {
      override test(text: string): boolean {
        uses += 1;
        return super.test(text);
      }
    }
    const pattern = new Counted('b');
    machineCode(machineCode(pattern));
    expect(uses).toBe(1);
  });
});
