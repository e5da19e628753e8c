import { describe, expect, test } from 'vitest';
import { applyWhatIf, type WhatIf } from '../../../../src/core/prediction/panel-what-if';
import { predictorsOf } from './sample-predictors';

const { predictors } = predictorsOf('---\npipeline_tag: text-classification\n---\n');
const missing = [{ name: 'parameters', message: 'The size is not known.' }] as const;

describe('values typed in the panel', () => {
  test.each<[WhatIf, object]>([
    [{ parameters: '7B' }, { parameters: 7e9 }],
    [{ parameters: '66,000,000' }, { parameters: 66e6 }],
    [{ commits: '1,200' }, { commits: 1200 }],
    [{ repoAgeDays: '0' }, { repoAgeDays: 0 }],
    [
      { domain: 'Audio', organization: 'university' },
      { domain: 'Audio', organization: 'university' },
    ],
  ])('%j', (whatIf, values) => {
    const result = applyWhatIf(predictors, missing, whatIf);
    const shown = Object.fromEntries(
      Object.entries(result.predictors).map(([name, predictor]) => [
        name,
        (predictor as { value: unknown }).value,
      ]),
    );
    expect(shown).toMatchObject(values);
    expect(result.problems).toEqual({});
  });

  test('a typed size is missing no more', () => {
    expect(applyWhatIf(predictors, missing, { parameters: '7B' }).missing).toEqual([]);
    expect(applyWhatIf(predictors, missing, { commits: '3' }).missing).toEqual(missing);
  });

  test.each<[WhatIf, string]>([
    [{ parameters: 'large' }, 'parameters'],
    [{ parameters: '' }, 'parameters'],
    [{ commits: '0' }, 'commits'],
    [{ likes: '-1' }, 'likes'],
    [{ repoAgeDays: '1.5' }, 'repoAgeDays'],
  ])('%j is refused, and the card’s own value stays', (whatIf, name) => {
    const result = applyWhatIf(predictors, missing, whatIf);
    expect(Object.keys(result.problems)).toEqual([name]);
    expect(result.predictors).toEqual(predictors);
  });
});
