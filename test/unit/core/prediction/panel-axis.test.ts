import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logAxis, positionOn } from '../../../../src/core/prediction/panel-axis';

describe('the axis of grams', () => {
  test.each([
    [
      [0.22, 81],
      ['100 mg', '1 g', '10 g', '100 g'],
    ],
    [
      [0.22, 5100],
      ['100 mg', '1 g', '10 g', '100 g', '1 kg', '10 kg'],
    ],
    [[1], ['1 g', '10 g']],
    [
      [1e-7, 1e10],
      ['10^-7 g', '100 µg', '100 mg', '100 g', '100 kg', '100 t'],
    ],
    [
      [0, -3, Number.NaN, Number.POSITIVE_INFINITY],
      ['1 g', '10 g'],
    ],
  ])('%j', (grams, labels) => {
    expect(logAxis(grams, 6).ticks.map(({ label }) => label)).toEqual(labels);
  });

  test('every amount has a place on it, in order, and few labels are shown', () => {
    const amount = fc.double({ min: 1e-9, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1 }), fc.integer({ min: 3, max: 9 }), (grams, most) => {
        const axis = logAxis(grams, most);
        const places = [...grams].sort((a, b) => a - b).map((value) => positionOn(axis, value));
        expect(places.every((place, i) => place >= 0 && place <= 1 && place >= (places[i - 1] ?? 0))).toBe(
          true,
        );
        expect(Math.min(...grams)).toBeGreaterThanOrEqual(axis.low * (1 - 1e-6));
        expect(Math.max(...grams)).toBeLessThanOrEqual(axis.high * (1 + 1e-6));
        expect(axis.ticks.length).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('equal factors are equal distances', () => {
    const axis = logAxis([1, 1000]);
    expect([1, 10, 100, 1000].map((grams) => positionOn(axis, grams).toFixed(6))).toEqual([
      '0.000000',
      '0.333333',
      '0.666667',
      '1.000000',
    ]);
  });
});
