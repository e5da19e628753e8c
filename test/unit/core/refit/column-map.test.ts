import { describe, expect, test } from 'vitest';
import { parseColumnOverride, recogniseColumns } from '../../../../src/core/refit/column-map';
import { HFCO2_EXPORT, HUB_EXPORT, profileOf } from '../../../../src/core/refit/profile';

const mapped = (columns: readonly string[], ...overrides: string[]): Record<string, string> =>
  Object.fromEntries(recogniseColumns(columns, overrides.map(parseColumnOverride)));

describe('the columns of real exports', () => {
  test('the Hub API', () => {
    const columns = [
      '_id',
      'modelId',
      'id',
      'likes',
      'downloads',
      'createdAt',
      'lastModified',
      'pipeline_tag',
      'cardData',
      'safetensors',
    ];
    expect(mapped(columns)).toEqual({
      model_id: 'modelId',
      co2_eq_emissions: 'cardData.co2_eq_emissions',
      parameters: 'safetensors.total',
      likes: 'likes',
      downloads: 'downloads',
      created_at: 'createdAt',
      last_modified: 'lastModified',
      pipeline_tag: 'pipeline_tag',
    });
  });

  test('librarian-bots/model_cards_with_metadata', () => {
    const columns = [
      'modelId',
      'author',
      'last_modified',
      'downloads',
      'likes',
      'library_name',
      'tags',
      'pipeline_tag',
      'createdAt',
      'card',
    ];
    expect(mapped(columns)).toMatchObject({
      model_id: 'modelId',
      card_text: 'card',
      created_at: 'createdAt',
    });
    expect(mapped(columns)).not.toHaveProperty('co2_eq_emissions');
  });

  test('a flattened column is taken as it is called', () => {
    expect(mapped(['co2_eq_emissions', 'safetensors.total'])).toMatchObject({
      parameters: 'safetensors.total',
    });
  });
});

describe('columns that the user maps', () => {
  test('win over those that are recognised', () => {
    expect(mapped(['likes', 'stars', 'downloads'], 'stars=likes', 'downloads=commits')).toEqual({
      likes: 'stars',
      commits: 'downloads',
    });
  });

  test.each([
    ['likes', /write it as column=name/],
    ['=likes', /write it as column=name/],
    ['stars=popularity', /knows no "popularity"/],
    ['likes=stars', /did you mean --map stars=likes/],
  ])('%s is explained', (text, message) => {
    expect(() => parseColumnOverride(text)).toThrow(message);
  });

  test('must be in the export', () => {
    expect(() => mapped(['likes'], 'stars=likes')).toThrow(
      /"stars", which the export does not have: it has "likes"/,
    );
  });

  test('are each mapped once', () => {
    expect(() => mapped(['n'], 'n=likes', 'n=commits')).toThrow(/"n" twice/);
  });
});

describe('the profile', () => {
  const HFCO2 = ['modelId', 'co2_eq_emissions', 'downloads', 'likes', 'domain', 'size', 'created_at'];
  test.each([
    ['HFCO2.csv', HFCO2, HFCO2_EXPORT],
    ['the same with a date of the last change', [...HFCO2, 'last_modified'], HUB_EXPORT],
    ['a Hub export', ['model_id', 'co2_eq_emissions', 'likes'], HUB_EXPORT],
  ])('of %s', (_what, columns, profile) => {
    expect(profileOf(recogniseColumns(columns), [])).toBe(profile);
  });
});
