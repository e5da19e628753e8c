import { describe, expect, test } from 'vitest';

import type { DesignMatrix } from '../../../../src/core/glm/design-matrix';
import { fitGlm } from '../../../../src/core/glm/fit';
import { irls } from '../../../../src/core/glm/irls';
import { CONDITION_LIMIT, leastSquares, solveGram } from '../../../../src/core/glm/least-squares';
import { doubleDoubleLeastSquares } from '../../../../src/core/glm/certified';
import { gramOf } from '../../../../src/core/glm/gram';
import { normalHalfWidth, twoSidedP } from '../../../../src/core/glm/normal';

/** A design from columns by name. */
function designOf(columns: Record<string, readonly number[]>): DesignMatrix {
  const lists = Object.values(columns);
  return {
    columns: Object.keys(columns),
    rows: lists[0]?.length ?? 0,
    values: Float64Array.from(lists.flat()),
  };
}

const ones = [1, 1, 1, 1, 1, 1];
const x = [1, 2, 3, 4, 5, 6];
const audio = [0, 1, 0, 0, 1, 0];
const text = [1, 0, 0, 1, 0, 0];
const response = Float64Array.from([2.1, 3.9, 6.2, 7.8, 10.1, 12.2]);

describe('a design that cannot be solved names the columns at fault', () => {
  test.each([
    ['a column twice', { const: ones, x, size: x }, ['size', 'x']],
    ['a multiple', { const: ones, x, size: x.map((value) => value * 1000) }, ['size', 'x']],
    [
      'categories that add up to the intercept',
      { const: ones, audio, text, other: audio.map((value, i) => 1 - value - (text[i] ?? 0)) },
      ['other', 'const', 'audio', 'text'],
    ],
    ['a column of zeros', { const: ones, x, empty: x.map(() => 0) }, ['empty']],
    ['a second constant', { const: ones, x, one: ones.map(() => 7) }, ['one', 'const']],
  ])('%s', (_, columns: Record<string, number[]>, atFault) => {
    for (const certified of [false, true]) {
      expect(() => fitGlm(designOf(columns), response, { certified })).toThrow(
        expect.objectContaining({ name: 'RankDeficientError', columns: atFault }),
      );
    }
  });

  test('the message says what to do', () => {
    expect(() => fitGlm(designOf({ const: ones, x, size: x }), response)).toThrow(
      'The predictor “size” can be computed from “x”, so its coefficient has no single value. Leave one of them out.',
    );
    expect(() => fitGlm(designOf({ const: ones, x, empty: x.map(() => 0) }), response)).toThrow(
      'The predictor “empty” is zero in every row, so its coefficient has no single value. Leave it out.',
    );
  });
});

describe('input that no fit can use', () => {
  test.each([
    ['too few rows', designOf({ const: [1, 1], x: [1, 2] }), [1, 2], 'needs more than 2 rows'],
    ['no rows', designOf({ const: [], x: [] }), [], 'there are 0'],
    [
      'a predictor that is not finite',
      designOf({ const: [1, 1, 1], x: [1, NaN, 3] }),
      [1, 2, 3],
      '“x” is NaN in row 1',
    ],
    [
      'a response that is not finite',
      designOf({ const: [1, 1, 1] }),
      [1, 2, Infinity],
      'The response is Infinity in row 2',
    ],
    ['lengths that differ', designOf({ const: [1, 1, 1] }), [1, 2], 'holds 3 values and 2 responses'],
  ])('%s', (_, design, values, message) => {
    expect(() => fitGlm(design, Float64Array.from(values))).toThrow(message);
  });

  test('a response outside the family', () => {
    expect(() =>
      fitGlm(designOf({ const: [1, 1, 1] }), Float64Array.from([1, 0, 2]), { family: 'gamma' }),
    ).toThrow('The response is 0 in row 1; a Gamma model needs a positive number.');
  });
});

test('an exact fit is no error', () => {
  const fit = fitGlm(
    designOf({ const: ones, x }),
    Float64Array.from(x, (value) => 3 + 2 * value),
    { certified: true },
  );
  expect(fit.params).toEqual([3, 2]);
  expect(fit.deviance).toBeLessThan(1e-50);
  expect(fit.r2Deviance).toBe(1);
  expect(Math.max(...fit.bse)).toBeLessThan(1e-25);
});

test('Wampler’s polynomial, on which normal equations in doubles keep six digits, is solved exactly', () => {
  const powers = Array.from({ length: 21 }, (_, value) => [1, 2, 3, 4, 5].map((k) => value ** k));
  const column = (k: number): number[] => powers.map((row) => row[k] ?? NaN);
  const wampler = designOf({
    const: powers.map(() => 1),
    a: column(0),
    b: column(1),
    c: column(2),
    d: column(3),
    e: column(4),
  });
  const sums = Float64Array.from(powers, (row) => row.reduce((sum, value) => sum + value, 1));
  expect(fitGlm(wampler, sums, { certified: true }).params).toEqual([1, 1, 1, 1, 1, 1]);
});

test('weights of 2 count a row twice', () => {
  const weights = Float64Array.from([1, 2, 1, 1, 1, 1]);
  const once = designOf({ const: ones, x });
  const twice = designOf({ const: [...ones, 1], x: [...x, 2] });
  const weighted = fitGlm(once, response, { weights, certified: true });
  const doubled = fitGlm(twice, Float64Array.from([...response, 3.9]), { certified: true });
  expect(weighted.nobs).toBe(7);
  expect(weighted.params[1]).toBeCloseTo(doubled.params[1] ?? NaN, 13);
  expect(weighted.logLik).toBeCloseTo(doubled.logLik, 12);
  expect(weighted.nullDeviance).toBeCloseTo(doubled.nullDeviance, 11);
});

test('iterating a linear model takes the three rounds that statsmodels counts', () => {
  const design = designOf({ const: ones, x });
  const scaleOf = (means: Float64Array): number =>
    response.reduce((sum, y, i) => sum + (y - (means[i] ?? 0)) ** 2, 0) / (design.rows - 2);
  const { iterations, solution } = irls({
    design,
    response,
    family: 'gaussian',
    link: 'identity',
    weights: new Float64Array(6).fill(1),
    solve: leastSquares,
    scaleOf,
  });
  const fit = fitGlm(design, response);
  expect(iterations).toBe(fit.iterations);
  expect(solution.params[0]).toBeCloseTo(fit.params[0] ?? NaN, 12);
});

test('an ill-conditioned design leaves the fast path and keeps its digits', () => {
  // Around 1000, x and its square are nearly a straight line of each other: condition about 1e13.
  const near = Array.from({ length: 30 }, (_, i) => 1000 + i / 300);
  const design = designOf({ const: near.map(() => 1), x: near, square: near.map((value) => value ** 2) });
  const curve = Float64Array.from(near, (value) => 1 + value + value ** 2);
  expect(solveGram(gramOf(design, curve))).toBeNull();
  const exact = doubleDoubleLeastSquares(design, curve);
  expect(Array.from(leastSquares(design, curve).params)).toEqual(Array.from(exact.params));
  expect(CONDITION_LIMIT).toBeGreaterThan(1e6);
});

// Made with mpmath: erfc(z/√2) to 20 digits.
test.each([
  [0.5, 0.61707507745197379272],
  [1, 0.31731050786291410283],
  [1.96, 0.049995790296440872426],
  [2.357, 0.018423246859147436889],
  [5, 5.7330314375838782335e-7],
  [8, 1.2441921148543568247e-15],
  [15, 7.3419323986255017716e-51],
  [25.208, 3.2731757836724787361e-140],
  [37, 1.1451142445049153645e-299],
])('the p-value of z = %d is accurate in relative terms', (z, p) => {
  // exp(−z²/2) turns one rounding of z into z² of them.
  expect(Math.abs(twoSidedP(z) / p - 1)).toBeLessThan(1e-14 + z * z * Number.EPSILON);
  expect(twoSidedP(-z)).toBe(twoSidedP(z));
});

test('the 95 % interval is 1.96 standard deviations either way', () => {
  expect(normalHalfWidth(0.95)).toBeCloseTo(1.959963984540054, 14);
});
