import { describe, expect, test } from 'vitest';

import type { EmissionsModel } from '../../../../src/core/glm/model-file';
import { paperModel } from '../../../../src/core/glm/paper-model';
import { MissingPredictorError, predict } from '../../../../src/core/glm/predict';

const small = { parameters: 66e6, likes: 0, commits: 5, repoAgeDays: 1 };
const nlp = 'Natural Language Processing';

describe('the paper’s model', () => {
  // parameters, likes, commits, age in days, domain, organisation -> η, grams
  test.each([
    [66e6, 0, 5, 1, nlp, undefined, 1.6139277137379175, 5.02249947781555],
    [110e6, 3, 12, 40, nlp, 'company', 3.61724581606557, 37.234874775292326],
    [86e6, 0, 4, 2, undefined, 'community', -0.38311139975785524, 0.6817369497245674],
    [7e9, 150, 30, 200, nlp, 'company', 6.655617659684744, 777.1377815539994],
    [244e6, 1, 6, 3, 'Audio', undefined, 11.055463328465427, 63288.77919172895],
  ])('%d parameters, %d likes, %d commits, %d days, %s, %s', (...row) => {
    const [parameters, likes, commits, repoAgeDays, domain, organization, eta, grams] = row;
    const categories = { ...(domain && { domain }), ...(organization && { organization }) };
    const prediction = predict(paperModel, { parameters, likes, commits, repoAgeDays, ...categories });
    expect(Math.abs(prediction.linearPredictor / eta - 1)).toBeLessThan(1e-9);
    expect(Math.abs(prediction.grams / grams - 1)).toBeLessThan(1e-9);
  });

  test('holds Table 2 digit for digit', () => {
    const lines = paperModel.terms.map(({ name, coefficient, standardError, z, p, interval }) =>
      [
        name,
        coefficient.toFixed(4),
        ...[standardError, z, p, interval?.[0], interval?.[1]].map((value) => value?.toFixed(3)),
      ].join(' '),
    );
    expect(lines).toEqual([
      'const -6.0102 0.983 -6.117 0.000 -7.936 -4.084',
      'parameters 0.8740 0.113 7.725 0.000 0.652 1.096',
      'likes 0.1309 0.056 2.357 0.018 0.022 0.240',
      'commits_to_date 2.2305 0.088 25.208 0.000 2.057 2.404',
      'repo_age 0.0022 0.001 4.126 0.000 0.001 0.003',
      'Audio 7.9926 0.769 10.400 0.000 6.486 9.499',
      'Natural Language Processing -0.3789 0.179 -2.112 0.035 -0.731 -0.027',
      'community -2.2625 0.628 -3.600 0.000 -3.494 -1.031',
      'company 0.4205 0.263 1.602 0.109 -0.094 0.935',
      'non-profit 1.1921 0.330 3.615 0.000 0.546 1.838',
      'university 4.6197 0.506 9.126 0.000 3.628 5.612',
    ]);
    expect(paperModel.covariance).toBeNull();
    expect(paperModel.scale).toBe(2.2778);
  });

  test('without a covariance, the interval is that of the scale alone, and says so', () => {
    const { interval, linearPredictor, covarianceKnown } = predict(paperModel, small);
    const halfWidth = 1.959963984540054 * Math.sqrt(2.2778);
    expect(interval.level).toBe(0.95);
    expect(interval.low).toBeCloseTo(Math.exp(linearPredictor - halfWidth), 10);
    expect(interval.high).toBeCloseTo(Math.exp(linearPredictor + halfWidth), 10);
    expect(covarianceKnown).toBe(false);
  });

  test('contributions multiply to the grams', () => {
    const { contributions, grams } = predict(paperModel, {
      ...small,
      domain: nlp,
      organization: 'university',
    });
    expect(contributions.reduce((product, { factor }) => product * factor, 1)).toBeCloseTo(grams, 8);
    expect(contributions.find(({ term }) => term === 'university')).toEqual({
      term: 'university',
      value: 1,
      coefficient: 4.6197,
      contribution: 4.6197,
      factor: Math.exp(4.6197),
    });
  });
});

describe('warnings', () => {
  test.each([
    ['ordinary', { domain: nlp, organization: 'company' }, []],
    ['a domain of the baseline', { domain: 'Computer Vision', organization: 'other' }, []],
    [
      'too large',
      { parameters: 7e13 },
      [
        'Extrapolation: a size of 70,000,000,000,000 parameters is more than the model has seen (at most 10,000,000,000, an estimate: its source gives no range).',
      ],
    ],
    [
      'too small',
      { parameters: 1000 },
      [
        'Extrapolation: a size of 1,000 parameters is less than the model has seen (at least 10,000,000, an estimate: its source gives no range).',
      ],
    ],
    [
      'more likes and commits than the standard errors allow for',
      { likes: 100_000, commits: 100_000 },
      [
        'Extrapolation: a count of 100,000 likes is more than the model has seen (at most 700, an estimate: its source gives no range).',
        'Extrapolation: a count of 100,000 commits is more than the model has seen (at most 5,000, an estimate: its source gives no range).',
      ],
    ],
    [
      'a thin category',
      { domain: 'Audio' },
      ['What the model knows of “Audio” (domain) rests on about 4 models, too few to trust.'],
    ],
    [
      'an unknown category',
      { domain: 'Reinforcement Learning', organization: '__proto__' },
      [
        'The model has no term for “Reinforcement Learning” (domain), so the baseline stands in for it.',
        'The model has no term for “__proto__” (organization), so the baseline stands in for it.',
      ],
    ],
  ])('%s', (_, predictors, warnings) => {
    expect(predict(paperModel, { ...small, ...predictors }).warnings).toEqual(warnings);
  });
});

test('one is said as one', () => {
  const range = { min: 2, max: 9, basis: 'counted' as const };
  const { categories } = paperModel.training;
  const domain = { baseline: [], rows: { Audio: { count: 1, basis: 'counted' as const } } };
  const model: EmissionsModel = {
    ...paperModel,
    training: {
      ranges: { likes: range, commits: range, repoAgeDays: range },
      categories: { ...categories, domain },
    },
  };
  const ones = {
    parameters: 1e8,
    likes: 1,
    commits: 1,
    repoAgeDays: 1,
    domain: 'Audio',
    organization: 'company',
  };
  expect(predict(model, ones).warnings).toEqual([
    ...['a count of 1 like', 'a count of 1 commit', 'a repository age of 1 day'].map(
      (amount) => `Extrapolation: ${amount} is less than the model has seen (at least 2).`,
    ),
    'What the model knows of “Audio” (domain) rests on 1 model, too few to trust.',
  ]);
});

test.each([
  ['absent', { likes: 0, commits: 1 }, ['parameters', 'repoAgeDays']],
  ['not a number', { ...small, parameters: 'large', likes: NaN }, ['parameters', 'likes']],
  ['below what a logarithm takes', { ...small, commits: -1 }, ['commits']],
])('a predictor that is %s is named', (_, predictors, missing) => {
  expect(() => predict(paperModel, predictors)).toThrow(
    expect.objectContaining({ name: MissingPredictorError.name, predictors: missing }),
  );
});

test('with a covariance, the interval widens by xᵀVx', () => {
  const model: EmissionsModel = {
    ...paperModel,
    terms: paperModel.terms.slice(0, 2),
    scale: 2,
    covariance: [
      [4, -0.5],
      [-0.5, 0.0625],
    ],
  };
  const { sigma, covarianceKnown } = predict(model, { parameters: 1e8 - 0.001 });
  // x = (1, 8): 4 − 2·8·0.5 + 64·0.0625 = 0
  expect(sigma).toBeCloseTo(Math.sqrt(2), 9);
  expect(predict(model, { parameters: 1e6 - 0.001 }).sigma).toBeCloseTo(Math.sqrt(2 + 4 - 6 + 2.25), 9);
  expect(covarianceKnown).toBe(true);
});
