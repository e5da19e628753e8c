import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallExport, toCsv } from '../unit/node/export/small-export';
import { folderWith, runCli } from './run-cli';

const CSV = toCsv(smallExport(120));

interface Printed {
  rows: { total: number; used: number; dropped: Record<string, number[]> };
  order: string;
  initial: { nobs: number };
  influence: { check: number; n: number; threshold: number; removed: number[] }[];
  collinearity: { vif: Record<string, number>; removed: string | null }[];
  fit: { columns: string[]; nobs: number; params: number[]; cov: number[][] };
  qq: Record<'before' | 'after', { theoretical: number[]; ordered: number[]; r: number }>;
  warnings: string[];
}

function refitJson(cwd: string, ...args: string[]): Printed {
  const { code, stdout, stderr } = runCli(['refit', 'export.csv', '--format', 'json', ...args], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Printed;
}

describe('refit', () => {
  test('prints the table of statsmodels', () => {
    const { code, stdout } = runCli(['refit', 'export.csv'], { cwd: folderWith({ 'export.csv': CSV }) });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Read 120 records from export\.csv/);
    expect(stdout).toContain('Generalized Linear Model Regression Results');
  });

  test('prints JSON in the documented shape', () => {
    const printed = refitJson(folderWith({ 'export.csv': CSV }));
    expect(Object.keys(printed)).toEqual(
      expect.arrayContaining([
        'rows',
        'order',
        'initial',
        'influence',
        'collinearity',
        'fit',
        'qq',
        'warnings',
      ]),
    );
    expect(printed.rows.used + Object.values(printed.rows.dropped).flat().length).toBe(120);
    expect(printed.order).toBe('cook_first');
    expect(printed.influence.at(-1)?.removed).toEqual([]);
    const removed = printed.influence.flatMap((round) => round.removed).length;
    expect(printed.initial.nobs - removed).toBe(printed.fit.nobs);
    expect(printed.fit.cov).toHaveLength(printed.fit.columns.length);
    expect(printed.qq.after.ordered).toHaveLength(printed.rows.used);
  });

  test.each(['5', '1'])('says that emissions of always %s g leave nothing to explain', (emissions) => {
    const same = smallExport(120).map((record) => ({
      ...record,
      co2_eq_emissions: emissions,
      card_text: null,
    }));
    const cwd = folderWith({ 'export.csv': toCsv(same) });
    expect(refitJson(cwd).warnings).toContain(
      'All rows have the same emissions, so there is nothing to explain: the terms mean nothing.',
    );
  });

  test('follows its switches', () => {
    const cwd = folderWith({ 'export.csv': CSV });
    expect(refitJson(cwd, '--order', 'vif_first').order).toBe('vif_first');
    expect(refitJson(cwd, '--no-influence-removal').influence).toEqual([]);
    expect(refitJson(cwd, '--no-collinearity-removal').collinearity).toEqual([]);
    expect(refitJson(cwd, '--min-category-rows', '1').fit.columns).toContain('Graph ML');
    expect(refitJson(cwd, '--max-rounds', '1').influence).toHaveLength(1);
    expect(refitJson(cwd, '--cook-threshold', '1e9').influence).toHaveLength(1);
    expect(refitJson(cwd, '--vif-threshold', '1.0001').collinearity.length).toBeGreaterThan(1);
    expect(refitJson(cwd, '--map', 'likes=commits').fit.columns).not.toContain('likes');
  });

  test('writes a model that predict reads, and a report', () => {
    const cwd = folderWith({ 'export.csv': CSV });
    refitJson(cwd, '--out', 'model.json', '--report', 'report.html');
    const predicted = runCli(
      [
        'predict',
        '--model',
        'model.json',
        '--parameters',
        '1e8',
        '--likes',
        '1',
        '--commits',
        '9',
        '--repo-age-days',
        '3',
        '--format',
        'json',
      ],
      { cwd },
    );
    expect(predicted.code).toBe(0);
    expect((JSON.parse(predicted.stdout) as { grams: number }).grams).toBeGreaterThan(0);
    expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    expect(readdirSync(cwd).sort()).toEqual(['export.csv', 'model.json', 'report.html']);
  });

  test('prints a long result whole into a pipe', () => {
    const cwd = folderWith({ 'export.csv': toCsv(smallExport(20_000)) });
    expect(refitJson(cwd).rows.total).toBe(20_000);
  });
});

describe('what cannot be refitted ends with 2, one sentence, and nothing written', () => {
  test.each<[string, string, string[], RegExp]>([
    ['a wrong delimiter', CSV.replaceAll(',', ';'), [], /is separated by semicolons/],
    ['nothing that can be read', CSV.replaceAll(/Z,/g, 'X,'), [], /All 120 records had to be dropped/],
    ['a column that is not there', CSV, ['--map', 'stars=likes'], /"stars", which the export does not have/],
    ['a name that refit does not know', CSV, ['--map', 'likes=stars'], /did you mean --map stars=likes\?/],
    [
      'emissions of always 1 g, which no predictor moves',
      toCsv(smallExport(120).map((record) => ({ ...record, co2_eq_emissions: '1', card_text: null }))),
      [],
      /^model-card-co2: The emissions in the fit do not vary/,
    ],
    ['a threshold that is no number', CSV, ['--cook-threshold', 'few'], /Give a number above 0/],
    ['an order that there is not', CSV, ['--order', 'random'], /Allowed choices are cook_first, vif_first/],
    [
      'a folder that cannot be written to',
      CSV,
      ['--report', 'no/such/folder/report.html'],
      /cannot be written/,
    ],
  ])('%s', (_what, content, args, message) => {
    const cwd = folderWith({ 'export.csv': content });
    const { code, stdout, stderr } = runCli(['refit', 'export.csv', ...args, '--out', 'model.json'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(cwd)).toEqual(['export.csv']);
  });
});
