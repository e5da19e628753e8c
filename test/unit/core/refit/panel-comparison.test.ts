import { describe, expect, test } from 'vitest';
import { paperModel } from '../../../../src/core/glm/paper-model';
import { predict } from '../../../../src/core/glm/predict';
import { compareCard, compareModels } from '../../../../src/core/refit/panel-comparison';

const [first, second, ...rest] = paperModel.terms;
if (first === undefined || second === undefined) throw new Error('The paper has terms.');
const refitted = {
  ...paperModel,
  title: 'Refit from hub.csv',
  terms: [
    { ...first, coefficient: first.coefficient + 0.1 },
    { ...second, coefficient: second.coefficient + 1 },
    ...rest.slice(1),
    { ...second, name: 'downloads' },
  ],
};

describe('the model in use beside the refitted one', () => {
  const { names, rows } = compareModels(paperModel, refitted);
  const rowOf = (name: string) => rows.find((row) => row.name === name);

  test('is named by its title', () => {
    expect(names).toEqual([paperModel.title, 'Refit from hub.csv']);
  });

  test.each([
    ['const', '−6.0102 ± 0.983', '−5.9102 ± 0.983', ''],
    ['parameters', '0.8740 ± 0.113', '1.8740 ± 0.113', 'differs by more than chance'],
    ['likes', '0.1309 ± 0.056', '–', 'gone'],
    ['downloads', '–', '0.8740 ± 0.113', 'new'],
  ])('%s', (name, former, fresh, note) => {
    expect(rowOf(name)).toEqual({ name, texts: [former, fresh], note });
  });
});

test('a card has what it declares, both predictions and their ratio', () => {
  const predictors = {
    parameters: 66e6,
    likes: 0,
    commits: 5,
    repoAgeDays: 1,
    domain: 'Natural Language Processing',
  };
  const former = predict(paperModel, predictors);
  const twice = { ...former, grams: former.grams * 2 };
  expect(compareCard('a/README.md', 1710, former, twice)).toEqual({
    name: 'a/README.md',
    declared: '1.7 kg',
    texts: ['≈ 5.0 g', '≈ 10 g'],
    change: '× 2.0',
  });
  expect(compareCard('b/README.md', undefined, undefined, twice)).toMatchObject({
    declared: '–',
    texts: ['–', '≈ 10 g'],
    change: '',
  });
});
