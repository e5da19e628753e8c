import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type DesignMatrix, withColumns, withRows } from '../../src/core/glm/design-matrix';
import {
  type DoubleDouble,
  add,
  divide,
  exactProduct,
  exactSum,
  multiply,
  squareRoot,
} from '../../src/core/glm/double-double';
import { fitGlm } from '../../src/core/glm/fit';
import { influenceOf } from '../../src/core/glm/influence';
import { removeInfluential } from '../../src/core/glm/influence-loop';
import { linearPredictors } from '../../src/core/glm/irls';
import { runPipeline } from '../../src/core/glm/pipeline';

interface Sample {
  readonly design: DesignMatrix;
  readonly response: Float64Array;
}

/** Numbers with a few digits, as predictors have them: fast-check likes to try 5e-324 as well. */
const number = (bound: number): fc.Arbitrary<number> =>
  fc.integer({ min: -bound * 1000, max: bound * 1000 }).map((value) => value / 1000);

/** Small designs with an intercept, two measured predictors and a category, and a response. */
const samples: fc.Arbitrary<Sample> = fc
  .array(fc.record({ size: number(5), age: number(100), audio: fc.boolean(), y: number(10) }), {
    minLength: 10,
    maxLength: 60,
  })
  .map((records) => ({
    design: {
      columns: ['const', 'size', 'age', 'audio'],
      rows: records.length,
      values: Float64Array.from([
        ...records.map(() => 1),
        ...records.map(({ size }) => size + 8),
        ...records.map(({ age }) => age + 100),
        ...records.map(({ audio }) => (audio ? 1 : 0)),
      ]),
    },
    response: Float64Array.from(records, ({ y }) => y),
  }))
  .filter(({ design, response }) => {
    try {
      // Designs that are close to collinear lose digits in any arithmetic; they are other tests' business.
      const { bse, scale } = fitGlm(design, response, { certified: true });
      return scale > 1e-3 && Math.max(...bse) < 1e3 * Math.sqrt(scale);
    } catch {
      return false;
    }
  });

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  const size = Array.from(expected).reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
  for (let i = 0; i < expected.length; i++) {
    expect(Math.abs((actual[i] ?? NaN) - (expected[i] ?? NaN))).toBeLessThanOrEqual(tolerance * size);
  }
}

const ids = (design: DesignMatrix): number[] => Array.from({ length: design.rows }, (_, i) => i);

describe('fits', () => {
  test('scaling a predictor divides its coefficient and changes nothing else', () => {
    fc.assert(
      fc.property(
        samples,
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        ({ design, response }, factor) => {
          const values = design.values.map((value, at) =>
            Math.floor(at / design.rows) === 1 ? value * factor : value,
          );
          const before = fitGlm(design, response);
          const after = fitGlm({ ...design, values }, response);
          expectClose([(after.params[1] ?? NaN) * factor], [before.params[1] ?? NaN], 1e-8);
          expectClose(after.z, before.z, 1e-8);
          expectClose([after.logLik], [before.logLik], 1e-10);
        },
      ),
    );
  });

  test('permuting columns permutes results', () => {
    fc.assert(
      fc.property(
        samples,
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        ({ design, response }, order) => {
          const columns = order.map((j) => design.columns[j] ?? '');
          const values = Float64Array.from(
            order.flatMap((j) => Array.from(design.values.subarray(j * design.rows, (j + 1) * design.rows))),
          );
          const before = fitGlm(design, response, { certified: true });
          const after = fitGlm({ columns, rows: design.rows, values }, response, { certified: true });
          expectClose(
            after.params,
            order.map((j) => before.params[j] ?? NaN),
            1e-14,
          );
          expectClose(
            after.cov.flat(),
            order.flatMap((j) => order.map((k) => before.cov[j]?.[k] ?? NaN)),
            1e-13,
          );
        },
      ),
    );
  });

  test('a duplicate row equals a weight of two', () => {
    fc.assert(
      fc.property(samples, fc.nat(), ({ design, response }, pick) => {
        const row = pick % design.rows;
        const twice = [...ids(design), row];
        const weights = new Float64Array(design.rows).fill(1);
        weights[row] = 2;
        const doubled = fitGlm(
          withRows(design, twice),
          Float64Array.from(twice, (i) => response[i] ?? 0),
        );
        const weighted = fitGlm(design, response, { weights });
        expectClose(weighted.params, doubled.params, 1e-8);
        expectClose(weighted.bse, doubled.bse, 1e-8);
        expectClose(
          [weighted.nobs, weighted.logLik, weighted.logLikNull, weighted.pseudoR2CS],
          [doubled.nobs, doubled.logLik, doubled.logLikNull, doubled.pseudoR2CS],
          1e-9,
        );
      }),
    );
  });

  test('the certified fit agrees with the fast one', () => {
    fc.assert(
      fc.property(samples, ({ design, response }) => {
        const fast = fitGlm(design, response);
        const certified = fitGlm(design, response, { certified: true });
        expectClose(fast.params, certified.params, 1e-8);
        expectClose(fast.bse, certified.bse, 1e-9);
      }),
    );
  });
});

describe('influence', () => {
  test('equals what leaving each row out does', () => {
    fc.assert(
      fc.property(samples, ({ design, response }) => {
        const { leverage, cooksDistance, residStudentized } = influenceOf(design, response);
        const fit = fitGlm(design, response, { certified: true });
        const fitted = linearPredictors(design, fit.params);
        for (const row of ids(design)) {
          const h = leverage[row] ?? NaN;
          if (h > 0.99) continue;
          const others = ids(design).filter((i) => i !== row);
          const without = fitGlm(
            withRows(design, others),
            Float64Array.from(others, (i) => response[i] ?? 0),
            { certified: true },
          );
          const moved = linearPredictors(design, without.params);
          const shift = fitted.reduce((sum, value, i) => sum + (value - (moved[i] ?? NaN)) ** 2, 0);
          expectClose([cooksDistance[row] ?? NaN], [shift / (design.columns.length * fit.scale)], 1e-6);
          // The residual of a row from the fit without it is e / (1 − h).
          const residual = (response[row] ?? NaN) - (fitted[row] ?? NaN);
          expectClose([(response[row] ?? NaN) - (moved[row] ?? NaN)], [residual / (1 - h)], 1e-6);
          expectClose([residStudentized[row] ?? NaN], [residual / Math.sqrt(fit.scale * (1 - h))], 1e-7);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('leverages lie between 0 and 1 and add up to the number of columns', () => {
    fc.assert(
      fc.property(samples, ({ design, response }) => {
        const { leverage } = influenceOf(design, response);
        expect(Math.min(...leverage)).toBeGreaterThan(0);
        expect(Math.max(...leverage)).toBeLessThan(1 + 1e-9);
        expectClose([leverage.reduce((sum, h) => sum + h, 0)], [4], 1e-9);
      }),
    );
  });

  test('reducing the normal equations round by round decides as fitting anew each round', () => {
    fc.assert(
      fc.property(samples, ({ design, response }) => {
        const { rounds } = removeInfluential(design, response, {
          cookNumerator: 4,
          roundLimit: 100,
          onRound: () => undefined,
        });
        let kept = ids(design);
        for (const { n, removed } of rounds) {
          expect(n).toBe(kept.length);
          const rows = kept;
          const sub = withRows(design, rows);
          const varying = sub.columns.filter(
            (column, j) => column === 'const' || new Set(sub.values.subarray(j * n, (j + 1) * n)).size > 1,
          );
          // Once a column has gone, or all rows would have to, the loop has its own rules.
          if (varying.length < 4 || removed.length === 0) return;
          const { cooksDistance } = influenceOf(
            withColumns(sub, varying),
            Float64Array.from(rows, (i) => response[i] ?? 0),
          );
          expect(removed).toEqual(rows.filter((_, at) => (cooksDistance[at] ?? 0) > 4 / n));
          kept = rows.filter((row) => !removed.includes(row));
        }
      }),
    );
  });
});

test('the order of the rows does not matter beyond rounding', () => {
  fc.assert(
    fc.property(
      samples,
      fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
      ({ design, response }, keys) => {
        const order = ids(design)
          .map((i) => ({ i, key: keys[i] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ i }) => i);
        const before = runPipeline(design, response, ids(design));
        const after = runPipeline(
          withRows(design, order),
          Float64Array.from(order, (i) => response[i] ?? 0),
          order,
        );
        expect([...after.rows].sort((a, b) => a - b)).toEqual(before.rows);
        expect(after.fit.columns).toEqual(before.fit.columns);
        expectClose(after.fit.params, before.fit.params, 1e-13);
        expectClose(after.fit.bse, before.fit.bse, 1e-13);
      },
    ),
  );
});

describe('double-double arithmetic', () => {
  const doubles = fc
    .double({ min: -1e50, max: 1e50, noNaN: true })
    .filter((x) => x === 0 || Math.abs(x) > 1e-50);
  const positive = fc.double({ min: 1e-30, max: 1e30, noNaN: true });
  /** The exact value, as an integer times a power of two. */
  const exact = ({ hi, lo }: DoubleDouble): bigint => asInteger(hi) + asInteger(lo);

  /** x · 2^600, which is whole for every double here. */
  function asInteger(x: number): bigint {
    let value = x;
    let shift = 600;
    while (!Number.isInteger(value)) {
      value *= 2;
      shift--;
    }
    return BigInt(value) << BigInt(shift);
  }

  test('sums and products of doubles are exact', () => {
    fc.assert(
      fc.property(doubles, doubles, (a, b) => {
        expect(exact(exactSum(a, b))).toBe(asInteger(a) + asInteger(b));
        expect(exact(exactProduct(a, b)) << 600n).toBe(asInteger(a) * asInteger(b));
      }),
    );
  });

  test('quotients and roots are undone by products to 30 digits', () => {
    const expectEqual = (actual: DoubleDouble, wanted: DoubleDouble): void => {
      const difference = add(actual, { hi: -wanted.hi, lo: -wanted.lo });
      expect(Math.abs(difference.hi)).toBeLessThanOrEqual(1e-30 * Math.abs(wanted.hi));
    };
    fc.assert(
      fc.property(positive, positive, positive, (a, b, c) => {
        const value = exactProduct(a, b);
        const divisor = exactSum(b, c);
        expectEqual(multiply(divide(value, divisor), divisor), value);
        expectEqual(multiply(squareRoot(value), squareRoot(value)), value);
      }),
    );
  });
});
