import { describe, expect, test } from 'vitest';
import type { EmissionsModel } from '../../../../src/core/glm/model-file';
import { paperModel } from '../../../../src/core/glm/paper-model';
import { adviceFor } from '../../../../src/core/prediction/advice';
import { predictFrom } from '../../../../src/core/prediction/predict-card';
import type { PredictorSettings } from '../../../../src/core/predictors/predictor';
import { LARGE, predictorsOf, SMALL } from './sample-predictors';

function sectionsFor(settings: PredictorSettings, model: EmissionsModel = paperModel): string[] {
  return advice(settings, model).map(({ source }) => /[\d.]+$/.exec(source)?.[0] ?? '');
}

function advice(settings: PredictorSettings, model: EmissionsModel = paperModel) {
  const { predictors } = predictorsOf('', settings);
  const { prediction } = predictFrom(model, { predictors });
  if (prediction === undefined) throw new Error('There is no prediction.');
  return adviceFor(model, prediction, predictors);
}

describe('advice', () => {
  test.each<[string, PredictorSettings, string[]]>([
    ['a small fine-tune: its size', SMALL, ['5.1.1']],
    ['a large model with many commits: size, commits, age', LARGE, ['5.1.1', '5.1.2', '5.1.4']],
    ['an audio model: its domain first', { ...SMALL, task: 'text-to-speech' }, ['5.2.1', '5.1.1']],
    ['a university: its machines first', { ...SMALL, organization: 'university' }, ['5.3.1', '5.1.1']],
    ['a tiny model: none', { ...SMALL, parameters: 1e6 }, []],
  ])('%s', (_, settings, sections) => {
    expect(sectionsFor(settings)).toEqual(sections);
  });

  test('says what the model makes of it', () => {
    // 7e9 against 1e7 parameters: 10 ** (0.874 / ln 10 · log10(700)) ≈ 12; half of them: 1 − 2^(−0.874 / ln 10) ≈ 23 %.
    expect(advice(LARGE)[0]?.sentence).toBe(
      '7.0 billion parameters make the prediction 12 times that of a small model; with half as many it would be 23 % lower. Pruning, distillation and low-rank adapters can do the same work with fewer of them.',
    );
  });

  test('a refitted model in which size lowers emissions gives none on size', () => {
    const terms = paperModel.terms.map((term) =>
      term.name === 'parameters' ? { ...term, coefficient: -0.5 } : term,
    );
    expect(sectionsFor(LARGE, { ...paperModel, terms })).not.toContain('5.1.1');
  });
});
