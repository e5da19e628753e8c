import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compensatedGram } from '../../../../src/core/glm/compensated-gram';
import type { DesignMatrix } from '../../../../src/core/glm/design-matrix';
import { fitGlm } from '../../../../src/core/glm/fit';
import { gramOf } from '../../../../src/core/glm/gram';
import { strataOf } from '../../../../src/core/glm/strata';

function designOf(columns: Record<string, readonly number[]>): DesignMatrix {
  const lists = Object.values(columns);
  return {
    columns: Object.keys(columns),
    rows: lists[0]?.length ?? 0,
    values: Float64Array.from(lists.flat()),
  };
}

describe('strata', () => {
  /** The columns that are one in each row. */
  const onesOfRows = (design: DesignMatrix): (string | undefined)[][] => {
    const { ofRow, ones } = strataOf(design);
    return Array.from(ofRow, (stratum) => (ones[stratum] ?? []).map((j) => design.columns[j]));
  };

  test('gather the rows with the same zeros and ones', () => {
    const design = designOf({
      const: [1, 1, 1, 1],
      size: [7, 8, 7.5, 0],
      audio: [0, 1, 0, 0],
      text: [1, 0, 1, 0],
      company: [0, 0, 0, 1],
    });
    expect(strataOf(design).measured).toEqual([1]);
    expect(onesOfRows(design)).toEqual([
      ['const', 'text'],
      ['const', 'audio'],
      ['const', 'text'],
      ['const', 'company'],
    ]);
    const { ofRow } = strataOf(design);
    expect(ofRow[0]).toBe(ofRow[2]);
    expect(new Set(ofRow).size).toBe(3);
  });

  test.each([
    ['no categories', { size: [2, 3] }, [[], []]],
    ['no rows', { const: [], size: [] }, []],
    ['a column of zeros', { empty: [0, 0] }, [[], []]],
    ['overlapping categories', { a: [1, 1], b: [1, 0] }, [['a', 'b'], ['a']]],
  ])('%s', (_, columns: Record<string, number[]>, expected) => {
    expect(onesOfRows(designOf(columns))).toEqual(expected);
  });
});

/** Values from 2⁻⁵⁰ to 2⁴⁰ with all their bits, zeros and ones. */
const value = fc.oneof(
  fc.constantFrom(0, 1),
  fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: -20, max: 40 })).map(
    // The last factor fills the lower bits, so that no product fits into one double.
    ([mantissa, power]) => Math.round(mantissa * 2 ** 30 + 1) * 2 ** (power - 30) * (1 + 2 ** -22),
  ),
);

const samples = fc
  .array(fc.tuple(value, value, fc.constantFrom(0, 1), fc.constantFrom(0, 1), value), {
    minLength: 1,
    maxLength: 700,
  })
  .map((rows) => ({
    design: {
      columns: ['a', 'b', 'audio', 'company'],
      rows: rows.length,
      values: Float64Array.from([0, 1, 2, 3].flatMap((j) => rows.map((row) => row[j] ?? 0))),
    },
    response: Float64Array.from(rows, ([, , , , y]) => y),
  }));

describe('normal equations', () => {
  /** x · 2²⁰⁰, a whole number for every double here. */
  const whole = (x: number): bigint => {
    let shift = 200;
    let mantissa = x;
    for (; !Number.isInteger(mantissa); shift--) mantissa *= 2;
    return BigInt(mantissa) << BigInt(shift);
  };
  const magnitude = (x: bigint): bigint => (x < 0n ? -x : x);

  test('summed with compensation keep within their bound of the exact ones', () => {
    fc.assert(
      fc.property(samples, ({ design, response }) => {
        const { matrix, moments, squares, errorBound } = compensatedGram(design, response);
        const { rows, values } = design;
        const vectors = [...[0, 1, 2, 3].map((j) => values.subarray(j * rows, (j + 1) * rows)), response];
        const expectWithin = (actual: { hi: number; lo: number } | undefined, j: number, k: number): void => {
          const products = Array.from(
            { length: rows },
            (_, i) => whole(vectors[j]?.[i] ?? 0) * whole(vectors[k]?.[i] ?? 0),
          );
          const exact = products.reduce((sum, product) => sum + product, 0n);
          const size = products.reduce((sum, product) => sum + magnitude(product), 0n);
          const sum = (whole(actual?.hi ?? NaN) + whole(actual?.lo ?? NaN)) << 200n;
          // The bound is a power of two times a whole number.
          const bound = (size * BigInt(errorBound * 2 ** 106)) >> 106n;
          expect(magnitude(sum - exact) <= bound, `entry ${j}, ${k}`).toBe(true);
        };
        for (let j = 0; j < 4; j++) {
          for (let k = 0; k < 4; k++) expectWithin(matrix[4 * j + k], j, k);
          expectWithin(moments[j], j, 4);
        }
        expectWithin(squares, 4, 4);
      }),
      { numRuns: 30 },
    );
  });

  test('in plain doubles agree with them, and a weight of two counts a row twice', () => {
    fc.assert(
      fc.property(samples, ({ design, response }) => {
        const plain = gramOf(design, response);
        const twice = gramOf(design, response, new Float64Array(design.rows).fill(2));
        const { matrix, moments, squares } = compensatedGram(design, response);
        const length = (j: number): number => Math.sqrt(matrix[5 * j]?.hi ?? NaN);
        matrix.forEach(({ hi }, at) => {
          const size = length(Math.floor(at / 4)) * length(at % 4);
          expect(Math.abs((plain.matrix[at] ?? NaN) - hi)).toBeLessThanOrEqual(1e-13 * size);
        });
        moments.forEach(({ hi }, j) => {
          const size = length(j) * Math.sqrt(squares.hi);
          expect(Math.abs((plain.moments[j] ?? NaN) - hi)).toBeLessThanOrEqual(1e-13 * size);
        });
        expect(twice.matrix).toEqual(plain.matrix.map((entry) => 2 * entry));
        expect(twice.moments).toEqual(plain.moments.map((moment) => 2 * moment));
      }),
      { numRuns: 30 },
    );
  });
});

test('a certified fit is the exact solution, rounded', () => {
  const design = designOf({ const: [1, 1, 1, 1, 1, 1], x: [1, 2, 3, 4, 5, 6] });
  const fit = fitGlm(design, Float64Array.of(2, 4, 6, 8, 10, 13), { certified: true });
  // Sxx = 35/2, Sxy = 75/2, Syy = 485/6.
  expect(fit.params).toEqual([-1 / 3, 15 / 7]);
  expect(fit.deviance).toBe(10 / 21);
  expect(fit.nullDeviance).toBe(485 / 6);
});
