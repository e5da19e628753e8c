import { describe, expect, test } from 'vitest';
import { columnQuestions } from '../../../../src/core/refit/panel-columns';

const WHOLE = [
  'model_id',
  'parameters',
  'likes',
  'commits',
  'created_at',
  'last_modified',
  'pipeline_tag',
  'org_type',
  'co2_eq_emissions',
];

function without(...names: string[]): string[] {
  return WHOLE.filter((name) => !names.includes(name));
}

describe('what is asked about the columns of an export', () => {
  test.each<[what: string, columns: string[], asked: [field: string, first: string | undefined][]]>([
    ['nothing, where all are understood', WHOLE, []],
    ['nothing, where columns that nobody needs are left', [...WHOLE, 'sha', 'private'], []],
    [
      'nothing about HFCO2.csv',
      ['modelId', 'co2_eq_emissions', 'size', 'likes', 'downloads', 'created_at', 'domain'],
      [],
    ],
    ['nothing, where nothing is left that it could be', without('likes'), []],
    ['nothing about emissions, where cards tell them', [...without('co2_eq_emissions'), 'card', 'sha'], []],
    [
      'the emissions',
      [...without('co2_eq_emissions'), 'sha', 'carbon_g'],
      [['co2_eq_emissions', 'carbon_g']],
    ],
    ['a count, though no column looks like it', [...without('commits'), 'sha'], [['commits', 'sha']]],
    [
      'dates',
      [...without('created_at', 'last_modified'), 'updated', 'creation'],
      [
        ['created_at', 'creation'],
        ['last_modified', 'updated'],
      ],
    ],
    ['kinds of organisations only where a column looks like them', [...without('org_type'), 'sha'], []],
    [
      'kinds of organisations by such a column',
      [...without('org_type'), 'owner_org'],
      [['org_type', 'owner_org']],
    ],
  ])('%s', (_, columns, asked) => {
    expect(columnQuestions(columns).map(({ field, columns: [first] }) => [field, first])).toEqual(asked);
  });

  test('a column that the user has named already is not offered again', () => {
    const columns = [...without('likes', 'commits'), 'hearts', 'revisions'];
    const [question, ...others] = columnQuestions(columns, [{ column: 'hearts', field: 'likes' }]);
    expect(others).toEqual([]);
    expect(question).toMatchObject({ field: 'commits', columns: ['revisions'], required: false });
  });

  test('only emissions are needed', () => {
    const questions = columnQuestions(['a', 'b']);
    expect(questions.filter(({ required }) => required).map(({ field }) => field)).toEqual([
      'co2_eq_emissions',
    ]);
  });
});
