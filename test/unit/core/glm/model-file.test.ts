import { describe, expect, test } from 'vitest';

import { fitGlm } from '../../../../src/core/glm/fit';
import {
  checkModel,
  type EmissionsModel,
  readModelFile,
  writeModelFile,
} from '../../../../src/core/glm/model-file';
import { type ModelContext, modelOfFit } from '../../../../src/core/glm/model-of-fit';
import paper from '../../../../src/core/glm/paper.json';
import { paperModel } from '../../../../src/core/glm/paper-model';
import { predict } from '../../../../src/core/glm/predict';

/** The paper's model as text, with one thing changed. */
function damaged(change: (model: Record<string, unknown>) => void): string {
  const model = JSON.parse(writeModelFile(paperModel)) as Record<string, unknown>;
  change(model);
  return JSON.stringify(model);
}

test('what is written is read back equal', () => {
  expect(readModelFile(writeModelFile(paperModel))).toEqual(paperModel);
});

test('the bundled model, which nothing checks when it is loaded, is a model file with nothing else in it', () => {
  expect(checkModel(JSON.parse(JSON.stringify(paper)))).toStrictEqual(paper);
});

describe('refusals say why', () => {
  test.each([
    ['no JSON', '{', 'not valid JSON'],
    ['other JSON', '{"name": "my-package", "version": "1.0.0"}', 'not an emissions model'],
    ['a list', '[]', 'not an emissions model'],
    ['null', 'null', 'not an emissions model'],
    [
      'a newer version',
      damaged((model) => (model['version'] = 2)),
      'version 2 of the format, which is newer',
    ],
    ['no terms', damaged((model) => (model['terms'] = [])), 'damaged at “terms”'],
    [
      'a coefficient that is text',
      damaged((model) => ((model['terms'] as { coefficient: unknown }[])[3] = { coefficient: '2' })),
      'damaged at “terms.3.name”',
    ],
    ['a scale of nothing', damaged((model) => (model['scale'] = 0)), 'damaged at “scale”'],
    ['an infinite scale', damaged((model) => (model['scale'] = null)), 'damaged at “scale”'],
    [
      'a covariance of another size',
      damaged((model) => (model['covariance'] = [[1]])),
      'the covariance is not a symmetric matrix with a row for each term',
    ],
    [
      'two terms of one name',
      damaged((model) => (model['terms'] as unknown[]).push(paperModel.terms[0])),
      'two terms have one name',
    ],
    [
      'keys that a terminal would obey',
      damaged(({ training }) => Object.assign(training as object, { ranges: { '\u001b[31m': 5 } })),
      'damaged at “training.ranges. [31m”',
    ],
    ['lists in each other', '['.repeat(21), 'is nested more than 20 levels deep'],
    ['a huge file', ' '.repeat(10_000_001), 'has more than 10 MB'],
  ])('%s', (_, text, reason) => {
    expect(() => readModelFile(text)).toThrow(reason);
  });
});

test('a refit is written in the same format, and predicts with its covariance', () => {
  const parameters = [1e6, 3e6, 1e7, 5e7, 1e8, 4e8, 1e9];
  const lnGrams = [0.2, 1.3, 1.9, 3.1, 3.2, 4.4, 5.1];
  const design = {
    columns: ['const', 'parameters'],
    rows: 7,
    values: Float64Array.from([...parameters.map(() => 1), ...parameters.map((p) => Math.log10(p + 0.001))]),
  };
  const fit = fitGlm(design, Float64Array.from(lnGrams), { certified: true });
  const context: ModelContext = {
    title: 'A refit',
    transforms: {
      const: { kind: 'intercept' },
      parameters: { kind: 'log10', predictor: 'parameters', offset: 0.001 },
    },
    training: {
      ranges: { parameters: { min: 1e6, max: 1e9, basis: 'counted' } },
      categories: {},
    },
    provenance: { title: 'Seven models', source: 'made up', date: '2025-03-07', exportHash: null, notes: [] },
  };
  const model: EmissionsModel = readModelFile(writeModelFile(modelOfFit(fit, context)));
  expect(model.terms.map(({ coefficient }) => coefficient)).toEqual(fit.params);
  expect(model.covariance).toEqual(fit.cov);

  const { linearPredictor, sigma, warnings } = predict(model, { parameters: 1e8 });
  const [b0 = NaN, b1 = NaN] = fit.params;
  const [[v00 = NaN, v01 = NaN] = [], [, v11 = NaN] = []] = fit.cov;
  expect(linearPredictor).toBeCloseTo(b0 + 8 * b1, 10);
  expect(sigma).toBeCloseTo(Math.sqrt(fit.scale + v00 + 16 * v01 + 64 * v11), 10);
  expect(warnings).toEqual([]);
  expect(predict(model, { parameters: 1e10 }).warnings).toEqual([
    'Extrapolation: a size of 10,000,000,000 parameters is more than the model has seen (at most 1,000,000,000).',
  ]);
});

test('a fit without spread makes no model', () => {
  const design = { columns: ['const'], rows: 3, values: Float64Array.from([1, 1, 1]) };
  const fit = fitGlm(design, Float64Array.from([0, 0, 0]), { certified: true });
  const context: ModelContext = {
    title: 'x',
    transforms: { const: { kind: 'intercept' } },
    training: { ranges: {}, categories: {} },
    provenance: { title: 'x', source: 'x', date: null, exportHash: null, notes: [] },
  };
  expect(() => modelOfFit(fit, context)).toThrow('The emissions in the fit do not vary');
});

test('a column whose origin nobody knows is refused', () => {
  const design = { columns: ['const'], rows: 3, values: Float64Array.from([1, 1, 1]) };
  const fit = fitGlm(design, Float64Array.from([1, 2, 4]));
  const context: ModelContext = {
    title: 'x',
    transforms: {},
    training: { ranges: {}, categories: {} },
    provenance: { title: 'x', source: 'x', date: null, exportHash: null, notes: [] },
  };
  expect(() => modelOfFit(fit, context)).toThrow('Nobody said how the column “const” was computed.');
});
