import { describe, expect, test } from 'vitest';
import type { EmissionsModel } from '../../../../src/core/glm/model-file';
import { writeModelFile } from '../../../../src/core/glm/model-file';
import { paperModel } from '../../../../src/core/glm/paper-model';
import { readUsableModel } from '../../../../src/core/prediction/model-in-use';
import { panelComparison } from '../../../../src/core/prediction/panel-comparison';
import { panelModel } from '../../../../src/core/prediction/panel-model';
import { predictorsOf, SMALL } from './sample-predictors';

const { prediction } = predictorsOf('', SMALL);

/** A refit with one term less, and half as many rows. */
const refit: EmissionsModel = {
  ...paperModel,
  title: 'Our refit',
  terms: paperModel.terms.filter(({ name }) => name !== 'Audio'),
  fit: { ...paperModel.fit, rows: 391, r2Deviance: 0.55 },
};

describe('the model in use', () => {
  test('tells where it comes from and how far to trust it', () => {
    const { facts, title } = panelModel({ model: paperModel });
    expect(title).toBe('The Hidden AI Race, Table 2');
    expect(Object.fromEntries(facts.map(({ name, text }) => [name, text]))).toMatchObject({
      'Kept in': 'the extension (bundled)',
      'Fitted on': '782 models',
      'R²': '0.60 (share of the deviance explained); pseudo R² 0.77',
      // exp(1.96 · √2.2778)
      Spread: '95 of 100 models lie within a factor of 19 of their prediction',
    });
  });

  test.each([
    ['const', 'starts at 2.5 mg'],
    // exp(2.2305)
    ['commits_to_date', '× 9.3 for ten times as many commits'],
    ['repo_age', '× 1.2 for 100 more in “Age in days”'],
    ['Natural Language Processing', '÷ 1.5 compared with the baseline'],
  ])('says what %s means for the grams', (name, meaning) => {
    expect(panelModel({ model: paperModel }).terms.find((term) => term.name === name)?.meaning).toBe(meaning);
  });
});

describe('two models', () => {
  test('are compared on the card, by their fit and by their coefficients', () => {
    const { names, rows, verdict } = panelComparison(
      { model: paperModel, prediction },
      { model: refit, prediction: prediction && { ...prediction, grams: prediction.grams * 3 } },
    );
    expect(names).toEqual(['The Hidden AI Race, Table 2', 'Our refit']);
    const byName = Object.fromEntries(rows.map(({ name, texts }) => [name, texts]));
    expect(byName).toMatchObject({
      'This card': ['5.0 g', '15 g'],
      'Models in the fit': ['782', '391'],
      'R² (deviance explained)': ['0.601', '0.550'],
      parameters: ['0.8740 ± 0.113', '0.8740 ± 0.113'],
      Audio: ['7.9926 ± 0.769', '–'],
    });
    expect(verdict).toBe('For this card, Our refit predicts 3.0 times as much as the model in use.');
  });

  test('of one title are told apart', () => {
    const both = { model: paperModel, prediction: undefined };
    expect(new Set(panelComparison(both, both).names).size).toBe(2);
  });
});

describe('a model file', () => {
  test('of this version serves', () => {
    expect(readUsableModel(writeModelFile(paperModel))).toEqual(paperModel);
  });

  test.each([
    ['a newer version', writeModelFile(paperModel).replace('"version": 1', '"version": 2'), /newer/],
    ['broken JSON', '{ "format":', /not valid JSON/],
    ['another file', '{}', /not an emissions model/],
    [
      'a predictor that no card tells',
      writeModelFile(paperModel).replace('"predictor": "likes"', '"predictor": "downloads"'),
      /needs “downloads”/,
    ],
  ])('with %s is refused with the reason', (_, json, reason) => {
    expect(() => readUsableModel(json)).toThrow(reason);
  });
});
