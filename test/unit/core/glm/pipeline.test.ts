import { describe, expect, test, vi } from 'vitest';

import { ActiveRows } from '../../../../src/core/glm/active-rows';
import { removeCollinear, varianceInflation } from '../../../../src/core/glm/collinearity';
import type { DesignMatrix } from '../../../../src/core/glm/design-matrix';
import { influenceOf } from '../../../../src/core/glm/influence';
import { runPipeline } from '../../../../src/core/glm/pipeline';

/** Numbers between −1 and 1 that look random and never change. */
function scatter(i: number, k: number): number {
  const value = Math.sin(12.9898 * i + 78.233 * k) * 43758.5453;
  return 2 * (value - Math.floor(value)) - 1;
}

const rows = 60;
const indices = Array.from({ length: rows }, (_, i) => i);
const size = indices.map((i) => 7 + scatter(i, 1));
const age = indices.map((i) => Math.round(100 + 90 * scatter(i, 2)));
const audio = indices.map((i) => (i % 10 === 3 ? 1 : 0));
const noise = indices.map((i) => 0.3 * scatter(i, 3));
const lnGrams = indices.map((i) => -4 + (size[i] ?? 0) + 2 * (audio[i] ?? 0) + (noise[i] ?? 0));
const ids = indices.map((i) => i + 1000);
const base = { const: indices.map(() => 1), size, age, audio };

function designOf(columns: Record<string, readonly number[]>): DesignMatrix {
  return { columns: Object.keys(columns), rows, values: Float64Array.from(Object.values(columns).flat()) };
}

const withOutlier = Float64Array.from(lnGrams, (value, i) => (i === 17 ? value + 20 : value));

test('a gross outlier goes first, by its id', () => {
  const { influence, rows: kept, fit } = runPipeline(designOf(base), withOutlier, ids);
  expect(influence[0]?.removed).toContain(1017);
  expect(influence.at(-1)?.removed).toEqual([]);
  expect(kept).not.toContain(1017);
  expect(fit.nobs).toBe(kept.length);
  expect(fit.params[1]).toBeCloseTo(1, 0);
});

test('each round’s threshold is 4 over its own number of rows', () => {
  const { influence } = runPipeline(designOf(base), withOutlier, ids);
  for (const { n, threshold } of influence) expect(threshold).toBe(4 / n);
});

test('a distance at the threshold, but for rounding, is decided by the certified solution', () => {
  const certified = vi.spyOn(ActiveRows.prototype, 'solveCertified');
  const options = { roundLimit: 1, certified: false };
  const { influence } = runPipeline(designOf(base), withOutlier, ids, options);
  expect(certified).not.toHaveBeenCalled();
  const cookNumerator = (influence[0]?.maxCook ?? NaN) * rows * (1 + 1e-9);
  runPipeline(designOf(base), withOutlier, ids, { ...options, thresholds: { cookNumerator } });
  expect(certified).toHaveBeenCalledOnce();
  certified.mockRestore();
});

test('steps can be switched off', () => {
  const result = runPipeline(designOf(base), withOutlier, ids, {
    influenceRemoval: false,
    collinearityRemoval: false,
    certified: false,
  });
  expect(result.influence).toEqual([]);
  expect(result.collinearity).toEqual([]);
  expect(result.fit).toEqual(result.initial);
  expect(result.rows).toEqual(ids);
  expect(result.stillInfluential).toBeGreaterThan(0);
});

test('where nothing is removed, the first fit is the reported one', () => {
  const thresholds = { cookNumerator: Infinity };
  const result = runPipeline(designOf(base), withOutlier, ids, { thresholds });
  expect(result.influence.map(({ removed }) => removed)).toEqual([[]]);
  expect(result.initial).toBe(result.fit);
  expect(result.design.rows).toBe(rows);
});

test('the round limit ends the loop with a warning', () => {
  const { influence, warnings } = runPipeline(designOf(base), withOutlier, ids, { roundLimit: 2 });
  expect(influence).toHaveLength(2);
  expect(influence[1]?.removed).toEqual([]);
  expect(warnings).toEqual([
    expect.stringMatching(
      /^The removal of influential rows stopped at its limit of 2 fits; \d+ rows? (is|are) still over the threshold\.$/,
    ),
  ]);
});

test('progress is told after every step, and can end the work', () => {
  const told: string[] = [];
  const result = runPipeline(designOf(base), withOutlier, ids, {
    onRound: (step) => told.push('vif' in step ? 'columns' : `fit ${step.check}`),
  });
  expect(told).toEqual([...result.influence.map(({ check }) => `fit ${check}`), 'columns']);
  expect(() =>
    runPipeline(designOf(base), withOutlier, ids, {
      onRound: () => {
        throw new Error('cancelled');
      },
    }),
  ).toThrow('cancelled');
});

describe('columns without meaning', () => {
  test('one without variance is left out with a warning', () => {
    const { fit, warnings } = runPipeline(
      designOf({ ...base, likes: indices.map(() => -3) }),
      withOutlier,
      ids,
    );
    expect(fit.columns).toEqual(['const', 'size', 'age', 'audio']);
    expect(warnings).toEqual(['“likes” has the same value in every row, so it was left out of the model.']);
  });

  test('a category whose only row is alone in it keeps that row: its leverage is one, its distance noise', () => {
    const single = designOf({ ...base, university: indices.map((i) => (i === 17 ? 1 : 0)) });
    const { leverage, cooksDistance } = influenceOf(single, withOutlier);
    expect(leverage[17]).toBeCloseTo(1, 12);
    expect(cooksDistance[17]).toBe(0);
    expect(runPipeline(single, withOutlier, ids).rows).toContain(1017);
  });

  test('a category that comes to equal another is dropped, since no fit can tell them apart', () => {
    // Rows 20 and 21 alone tell the two apart, and contradict each other.
    const often = indices.map((i) => (i % 15 === 2 || i === 20 || i === 21 ? 1 : 0));
    const alsoOften = indices.map((i) => (i % 15 === 2 ? 1 : 0));
    const response = Float64Array.from(lnGrams, (value, i) => value + (i === 20 ? 30 : i === 21 ? -30 : 0));
    const { rows: kept, fit, warnings } = runPipeline(designOf({ ...base, often, alsoOften }), response, ids);
    expect(kept).not.toContain(1020);
    expect(kept).not.toContain(1021);
    expect(fit.columns).not.toContain('alsoOften');
    expect(warnings).toEqual([
      'Over the rows left, “alsoOften” can be computed from other predictors, so it was left out of the model.',
    ]);
  });

  test('a category that the removal of rows empties is dropped', () => {
    // Two rows that contradict each other: both go, and nothing is left of their category.
    const pair = indices.map((i) => (i === 17 || i === 18 ? 1 : 0));
    const response = Float64Array.from(lnGrams, (value, i) => value + (i === 17 ? 20 : i === 18 ? -20 : 0));
    const { rows: kept, fit, warnings } = runPipeline(designOf({ ...base, pair }), response, ids);
    expect(kept).not.toContain(1017);
    expect(kept).not.toContain(1018);
    expect(fit.columns).not.toContain('pair');
    expect(warnings).toEqual([
      '“pair” no longer varies over the rows left, so it was left out of the model.',
    ]);
  });
});

describe('variance inflation', () => {
  test('is 1 / (1 − R²) of each column on the others', () => {
    const design = designOf({ const: base.const, size, double: size.map((v, i) => v + scatter(i, 5) / 4) });
    const { size: vif = NaN, double = NaN } = varianceInflation(design);
    const correlation = correlationOf(
      size,
      size.map((v, i) => v + scatter(i, 5) / 4),
    );
    expect(vif).toBeCloseTo(1 / (1 - correlation ** 2), 8);
    expect(double).toBeCloseTo(vif, 8);
  });

  test('of two categories over the threshold, the one with fewer rows goes', () => {
    const language = indices.map((i) => (i % 10 < 6 ? 1 : 0));
    const vision = indices.map((i) => (i % 10 >= 6 && i !== 7 ? 1 : 0));
    const { design, steps } = removeCollinear(
      designOf({ const: base.const, size, vision, language }),
      5,
      () => undefined,
    );
    expect(steps.map(({ removed }) => removed)).toEqual(['vision', null]);
    expect(design.columns).toEqual(['const', 'size', 'language']);
  });

  test('among measured predictors the highest factor goes, of equals the later', () => {
    const nearly = size.map((v, i) => v + scatter(i, 5) / 100);
    const { steps } = removeCollinear(designOf({ const: base.const, size, nearly }), 5, () => undefined);
    expect(steps.map(({ removed }) => removed)).toEqual(['nearly', null]);
  });
});

function correlationOf(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (f: (i: number) => number): number => a.reduce((total, _, i) => total + f(i), 0);
  const da = (i: number): number => (a[i] ?? 0) - ma;
  const db = (i: number): number => (b[i] ?? 0) - mb;
  return sum((i) => da(i) * db(i)) / Math.sqrt(sum((i) => da(i) ** 2) * sum((i) => db(i) ** 2));
}
