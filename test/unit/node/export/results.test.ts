import { describe, expect, test } from 'vitest';
import { checkModel, readModelFile, writeModelFile } from '../../../../src/core/glm/model-file';
import { predict } from '../../../../src/core/glm/predict';
import { modelOfRefit } from '../../../../src/core/refit/model-of-refit';
import { refitReport } from '../../../../src/core/refit/report/report';
import { refitText } from '../../../../src/core/refit/result-text';
import { type ExportOptions, type ExportRefit, refit } from '../../../../src/node/export/refit-export';
import { fileWith, smallExport, toCsv } from './small-export';

const DATE = new Date('2026-01-02T03:04:05Z');
const RECORDS = smallExport(120);

async function refitted(
  options: ExportOptions = {},
  records: readonly object[] = RECORDS,
): Promise<ExportRefit> {
  const path = fileWith('my <export>.csv', toCsv(records));
  return refit([path], { hash: true, quantilePlots: true, validation: true, ...options });
}

describe('the model file', () => {
  test('is valid, and predicts what the fit fitted', async () => {
    const { source, refit: result } = await refitted();
    const model = readModelFile(writeModelFile(modelOfRefit(source, result, DATE)));
    expect(checkModel(model)).toEqual(model);
    const { pipeline, cleaned } = result;
    for (const [i, id] of pipeline.rows.entries()) {
      const at = cleaned.rows.indexOf(id);
      const values = {
        ...Object.fromEntries(
          cleaned.predictors.map(({ predictor, values: column }) => [predictor, column[at] ?? NaN]),
        ),
        domain: cleaned.domains.names[cleaned.domains.codes[at] ?? -1] ?? '',
        organization: cleaned.organizations.names[cleaned.organizations.codes[at] ?? -1] ?? '',
      };
      const fitted = pipeline.fit.columns.reduce(
        (sum, _, j) =>
          sum +
          (pipeline.fit.params[j] ?? NaN) * (pipeline.design.values[j * pipeline.design.rows + i] ?? NaN),
        0,
      );
      const prediction = predict(model, values);
      expect(prediction.linearPredictor).toBeCloseTo(fitted, 9);
      // It has seen this row: nothing about it can be new to it.
      expect(prediction.warnings.join(' ')).not.toMatch(/extrapolates|has no term for/);
    }
  });

  test('says where it comes from', async () => {
    const { source, refit: result } = await refitted();
    const { provenance, training, fit } = modelOfRefit(source, result, DATE);
    expect(provenance.exportHash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(provenance.date).toBe('2026-01-02T03:04:05.000Z');
    expect(fit.rows).toBe(result.pipeline.fit.nobs);
    expect(training.ranges.likes?.min).toBe(0);
    expect(training.categories.domain?.baseline).toContain('Other');
  });
});

describe('the report', () => {
  test('is one file that asks nothing of the network and runs nothing', async () => {
    const { source, refit: result } = await refitted();
    const html = refitReport(source, result, DATE);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=|\ssrc=|href=/i);
    expect(
      html.match(/https?:\/\/[^"]+/g)?.filter((address) => address !== 'http://www.w3.org/2000/svg'),
    ).toEqual([]);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
    expect(html).toContain('my &lt;export&gt;.csv');
    for (const heading of [
      'Coefficients',
      'Fit',
      'Residuals',
      "Influence: Cook's distance",
      'Collinearity',
      'Removals',
      'Rows that were dropped',
      'Source',
    ]) {
      expect(html).toContain(`<h2>${heading}</h2>`);
    }
    const titles = [...html.matchAll(/<h3>([^<]+)<\/h3><svg /g)].map(([, title]) => title);
    expect(titles).toEqual(
      expect.arrayContaining([
        'Coefficients with their 95 % intervals',
        'Observed against fitted',
        'Before the logarithm',
        'After the logarithm',
        expect.stringMatching(/^First/),
        expect.stringMatching(/^Last/),
        'Variance inflation factors',
      ]),
    );
  });

  test('its markup is closed where it is opened', async () => {
    const { source, refit: result } = await refitted();
    const html = refitReport(source, result, DATE)
      .replace('<!doctype html>\n', '')
      .replaceAll(/<meta [^>]*>/g, '');
    const open: string[] = [];
    for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*>/g)) {
      if (slash === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  test('names what was dropped with the words that stood there', async () => {
    const records = RECORDS.map((record, at) =>
      at === 3 ? { ...record, co2_eq_emissions: '<12 mg>' } : record,
    );
    const { source, refit: result } = await refitted({}, records);
    expect(refitReport(source, result, DATE)).toContain('&lt;12 mg&gt;');
  });

  test('can be made without the removals', async () => {
    const { source, refit: result } = await refitted({ influenceRemoval: false, collinearityRemoval: false });
    const html = refitReport(source, result, DATE);
    expect(html).toContain('Influential rows were kept.');
    expect(html).not.toContain('Variance inflation factors</h3>');
  });
});

describe('cross-validation', () => {
  test('is the same each time, covers what it should, and counts every row', async () => {
    const [one, other] = [await refitted(), await refitted()];
    expect(one.refit.validation).toEqual(other.refit.validation);
    const { kept, all, folds } = one.refit.validation ?? { kept: null, all: null, folds: 0 };
    expect(folds).toBe(10);
    expect(kept?.rows).toBe(one.refit.pipeline.fit.nobs);
    expect(all?.rows).toBe(one.refit.cleaned.rows.length);
    expect(kept?.coverage).toBeGreaterThan(0.85);
    // Rows that the fit has not seen are predicted worse than those it has.
    expect(kept?.rmse).toBeGreaterThan(
      Math.sqrt(one.refit.pipeline.fit.deviance / one.refit.pipeline.fit.nobs),
    );
  });
});

test('the text says in short what became of the rows, then prints the table', async () => {
  const { source, refit: result } = await refitted();
  const text = refitText(source, result, DATE);
  expect(text).toMatch(/^Read 120 records from my <export>\.csv \(Hub export\)\.\nUsed 113 of them\./);
  expect(text).toContain('dropped:  6 no emissions, or none that can be read');
  expect(text).toContain('dropped:  1 no readable number of parameters');
  expect(text).toMatch(/Generalized Linear Model Regression Results/);
});
