// Both reference exports against what statsmodels 0.13.5 made of them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refitJson } from '../../../../src/core/refit/result-json';
import { type ExportOptions, refit } from '../../../../src/node/export/refit-export';

const DATA = join(import.meta.dirname, '../../../../../shared/data');
const here = existsSync(DATA);
if (!here) console.log('The reference exports are not here (../shared/data), so they are not compared.');

interface Fit {
  columns: string[];
  nobs: number;
  params: number[];
  bse: number[];
  scale: number;
  deviance: number;
}

interface Reference {
  rows: {
    total: number;
    used_rows: number[];
    dropped: Record<string, number[]>;
    how: Record<string, number>;
  };
  columns: string[];
  initial_fit: Fit;
  variants: Record<
    string,
    {
      cook_iterations: { removed_rows: number[]; n: number }[];
      vif_steps: { vif: Record<string, number>; removed: string | null }[];
      final_fit: Fit;
    }
  >;
  exact: Record<
    string,
    { params: number[]; bse: number[]; scale: number; deviance: number; cov: number[][] }
  >;
  qq: Record<'before_log' | 'after_log', { osm: number[]; osr: number[]; r: number }>;
}

interface Result {
  rows: { total: number; used: number; dropped: Record<string, number[]>; how: Record<string, number> };
  order: string;
  initial: Fit;
  influence: { removed: number[]; n: number }[];
  collinearity: { vif: Record<string, number>; removed: string | null }[];
  fit: Fit & { cov: number[][] };
  qq: Record<'before' | 'after', { theoretical: number[]; ordered: number[]; r: number }>;
}

function referenceOf(name: string): Reference {
  return JSON.parse(readFileSync(join(DATA, 'reference', `reference_${name}.json`), 'utf8')) as Reference;
}

async function resultOf(file: string, options: ExportOptions): Promise<Result> {
  const { source, refit: result } = await refit([join(DATA, 'exports', file)], {
    ...options,
    quantilePlots: true,
  });
  // As a user gets it: through JSON.
  return JSON.parse(JSON.stringify(refitJson(source, result))) as Result;
}

function expectClose(actual: readonly number[], expected: readonly number[], relative: number): void {
  expect(actual.length).toBe(expected.length);
  for (const [at, value] of actual.entries()) {
    const wanted = expected[at] ?? NaN;
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));
  }
}

const cases = [
  ['synthetic', 'synthetic_export.csv', 'cook_first'],
  ['synthetic', 'synthetic_export.csv', 'vif_first'],
  ['hfco2', 'HFCO2.csv', 'cook_first'],
  ['hfco2', 'HFCO2.csv', 'vif_first'],
] as const;

describe.runIf(here)('the reference exports', () => {
  test.each(cases)('%s, %s, %s', async (name, file, order) => {
    const reference = referenceOf(name);
    const result = await resultOf(file, { order });
    const variant = reference.variants[order];

    expect(result.rows.total).toBe(reference.rows.total);
    expect(result.rows.used).toBe(reference.rows.used_rows.length);
    expect(result.rows.dropped).toEqual(reference.rows.dropped);
    expect(result.rows.how).toMatchObject(reference.rows.how);
    expect(result.initial.columns).toEqual(reference.columns);
    expect(result.influence.map(({ removed }) => removed)).toEqual(
      variant?.cook_iterations.map(({ removed_rows: removed }) => removed),
    );
    expect(result.collinearity.map(({ removed }) => removed)).toEqual(
      variant?.vif_steps.map(({ removed }) => removed),
    );
    for (const [at, step] of result.collinearity.entries()) {
      expectClose(Object.values(step.vif), Object.values(variant?.vif_steps[at]?.vif ?? {}), 1e-9);
    }

    const exact = reference.exact[`${order}_final`];
    expect(result.fit.columns).toEqual(variant?.final_fit.columns);
    expectClose(result.fit.params, exact?.params ?? [], 1e-10);
    expectClose(result.fit.bse, exact?.bse ?? [], 1e-10);
    expectClose(
      [result.fit.scale, result.fit.deviance],
      [exact?.scale ?? NaN, exact?.deviance ?? NaN],
      1e-10,
    );
    expectClose(result.fit.cov.flat(), exact?.cov.flat() ?? [], 1e-9);

    const plots = [
      [result.qq.before, reference.qq.before_log],
      [result.qq.after, reference.qq.after_log],
    ] as const;
    for (const [ours, theirs] of plots) {
      expectClose([ours.r], [theirs.r], 1e-9);
      const largest = Math.max(...theirs.osr.map(Math.abs));
      ours.ordered.forEach((value, at) =>
        expect(Math.abs(value - (theirs.osr[at] ?? NaN))).toBeLessThan(1e-9 * largest),
      );
      ours.theoretical.forEach((value, at) =>
        expect(Math.abs(value - (theirs.osm[at] ?? NaN))).toBeLessThan(1e-9),
      );
    }
  });

  test.each(['synthetic_export.jsonl', 'synthetic_export.parquet'])(
    '%s gives the same result as the CSV, to the bit',
    async (file) => {
      for (const order of ['cook_first', 'vif_first'] as const) {
        const [one, other] = [
          await resultOf('synthetic_export.csv', { order }),
          await resultOf(file, { order }),
        ];
        for (const part of ['order', 'initial', 'influence', 'collinearity', 'fit', 'qq'] as const) {
          expect(other[part]).toEqual(one[part]);
        }
        expect(other.rows.dropped).toEqual(one.rows.dropped);
      }
    },
  );

  test.each([
    ['synthetic_export.csv', 'design_synthetic.csv'],
    ['HFCO2.csv', 'design_hfco2.csv'],
  ])('the design of %s is that of %s', async (file, designFile) => {
    const { refit: result } = await refit([join(DATA, 'exports', file)]);
    const { design, response } = result.design;
    const lines = readFileSync(join(DATA, 'reference', designFile), 'utf8')
      .trim()
      .split('\n');
    const header = (lines[0] ?? '').split(',');
    expect(design.columns).toEqual(header.slice(4));
    let different = 0;
    for (const [i, line] of lines.slice(1).entries()) {
      const cells = line
        .split(',')
        .slice(-header.length + 2)
        .map(Number);
      expect(result.cleaned.grams[i]).toBe(cells[0]);
      // JavaScript's and C's logarithms may differ in the last bit.
      expectClose([response[i] ?? NaN], [cells[1] ?? NaN], 2.3e-16);
      for (const [j] of design.columns.entries()) {
        const value = design.values[j * design.rows + i] ?? NaN;
        expectClose([value], [cells[j + 2] ?? NaN], 2.3e-16);
        if (value !== cells[j + 2]) different++;
      }
    }
    expect(different).toBeLessThanOrEqual(1);
  });
});
