import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatherPredictors } from '../../../../src/core/predictors/gather-predictors';
import type { PredictorInput } from '../../../../src/core/predictors/predictor-input';
import { organizationNamed } from '../../../../src/core/predictors/organization';
import { card, history, repository, weights } from './facts';

const gather = (known: Partial<PredictorInput>) => gatherPredictors(card(known)).predictors;
const DAY = 86_400_000;
const hub = {
  repositoryName: 'lab/model',
  likes: 9,
  commits: 30,
  createdAt: 0,
  lastModified: 100.9 * DAY,
  organization: 'university',
} as const;

describe('commits and age', () => {
  const git = (found: Parameters<typeof history>[0]) => ({ repository: repository({ git: history(found) }) });

  test('from the full history of the model: whole days from the first commit to the last', () => {
    const { commits, repoAgeDays } = gather({ ...git({}), hub });
    expect(commits).toEqual({ value: 12, origin: 'the git history', kind: 'measured', source: 'git' });
    expect(repoAgeDays).toMatchObject({ value: 40, origin: 'the first and last commit in the git history' });
  });

  test('from the Hub where git has only a part: a shallow clone, a folder of a larger repository, nothing', () => {
    for (const known of [
      git({ shallow: true }),
      git({ scope: 'folder' }),
      { repository: repository() },
      {},
    ]) {
      const { commits, repoAgeDays } = gather({ ...known, hub });
      expect(commits).toMatchObject({ value: 30, kind: 'measured', source: 'hub' });
      expect(repoAgeDays).toMatchObject({ value: 100, source: 'hub' });
    }
  });

  test('from a shallow clone, said to be one and assumed', () => {
    expect(gather(git({ shallow: true })).commits).toEqual({
      value: 12,
      origin: 'the git history',
      kind: 'assumed',
      source: 'git',
      note: 'This clone is shallow and lacks older commits; git fetch --unshallow brings them.',
    });
  });

  test('from the commits that changed the folder, where it is part of a larger repository', () => {
    expect(gather(git({ scope: 'folder' })).commits).toMatchObject({
      value: 12,
      kind: 'measured',
      note: 'The folder is part of a larger repository; only commits that changed it were counted.',
    });
  });

  test('assumed without git, with the reason', () => {
    const { commits, repoAgeDays } = gather({ repository: repository() });
    const note = 'The folder of this card is not in a git repository.';
    expect(commits).toMatchObject({ value: 5, kind: 'assumed', source: 'default', note });
    expect(repoAgeDays).toMatchObject({ value: 1, kind: 'assumed', source: 'default', note });
  });

  test('a setting wins', () => {
    const { commits, repoAgeDays } = gather({ ...git({}), hub, settings: { commits: 3, repoAgeDays: 0 } });
    expect([commits.value, repoAgeDays.value]).toEqual([3, 0]);
  });
});

describe('likes', () => {
  test.each<[string, Partial<PredictorInput>, number, string]>([
    ['none are assumed', {}, 0, 'assumed'],
    ['the Hub counts them', { hub }, 9, 'measured'],
    ['a setting wins', { hub, settings: { likes: 0 } }, 0, 'declared'],
  ])('%s', (_what, known, value, kind) => {
    expect(gather(known).likes).toMatchObject({ value, kind });
  });
});

describe('organisation', () => {
  test.each<[string, Partial<PredictorInput>, string, string]>([
    ['the baseline is assumed', {}, 'other', 'assumed'],
    ['the Hub tells', { hub }, 'university', 'measured'],
    ['a setting wins', { hub, settings: { organization: 'Company' } }, 'company', 'declared'],
  ])('%s', (_what, known, value, kind) => {
    expect(gather(known).organization).toMatchObject({ value, kind });
  });

  test.each([
    ['Non-Profit', 'non-profit'],
    ['non profit', 'non-profit'],
    ['nonprofit', 'non-profit'],
    [' University ', 'university'],
    ['individual', 'other'],
    ['none', 'other'],
    ['cooperative', undefined],
    ['', undefined],
  ])('%j is %j', (text, kind) => {
    expect(organizationNamed(text)).toBe(kind);
  });
});

describe('task domain', () => {
  test.each<[string, Partial<PredictorInput>, Record<string, unknown>]>([
    [
      'pipeline_tag, by Table 1 of the paper',
      { metadata: { pipeline_tag: 'Text-Generation ' } },
      {
        value: 'Natural Language Processing',
        kind: 'declared',
        source: 'pipeline-tag',
        origin: 'pipeline_tag Text-Generation',
      },
    ],
    [
      'a task newer than the paper, by the modality that the Hub gives it',
      { metadata: { pipeline_tag: 'any-to-any' } },
      {
        value: 'Multimodal',
        note: 'The paper does not list "any-to-any"; its domain is the modality that the Hub gives it.',
      },
    ],
    [
      'a new task of tables: the Hub calls the modality Tabular, the paper Tabular Data',
      { metadata: { pipeline_tag: 'tabular-to-text' } },
      { value: 'Tabular Data' },
    ],
    [
      'a task that nobody knows',
      { metadata: { pipeline_tag: 'constructor' } },
      {
        value: 'Other',
        note: 'The paper and the Hub know no task "constructor", so the baseline was taken.',
      },
    ],
    [
      'the Hub',
      { hub: { ...hub, pipelineTag: 'robotics' } },
      { value: 'Reinforcement Learning', source: 'hub' },
    ],
    [
      'a tag, as AutoTrain writes it',
      { metadata: { tags: ['autotrain', 'image-classification'] } },
      { value: 'Computer Vision', kind: 'declared', source: 'tag', origin: 'the tag image-classification' },
    ],
    [
      'the task of an evaluation',
      { metadata: { 'model-index': [{ results: [{ task: { type: 'automatic-speech-recognition' } }] }] } },
      { value: 'Audio', source: 'tag' },
    ],
    [
      'the classes in config.json',
      { repository: repository({ config: { architectures: ['BertForTokenClassification'] } }) },
      {
        value: 'Natural Language Processing',
        kind: 'assumed',
        source: 'config',
        origin: 'the architecture in config.json, made for token-classification',
      },
    ],
    [
      'a classifier of sounds, in spite of its name',
      { repository: repository({ config: { architectures: ['Wav2Vec2ForSequenceClassification'] } }) },
      { value: 'Audio' },
    ],
    ['nothing', {}, { value: 'Other', kind: 'assumed', source: 'default' }],
    [
      'a setting that names a task',
      { settings: { task: 'graph-ml' } },
      { value: 'Graph ML', source: 'setting' },
    ],
    ...['Fill Mask', 'FILL_MASK', ' fill-mask ', 'natural-language processing'].map(
      (task): [string, Partial<PredictorInput>, Record<string, unknown>] => [
        `a setting written ${task}`,
        { settings: { task } },
        { value: 'Natural Language Processing', source: 'setting' },
      ],
    ),
    [
      'a setting that names a task of former days',
      { settings: { task: 'conversational' } },
      { value: 'Other', source: 'setting' },
    ],
    [
      'a setting that names a domain',
      { settings: { task: 'computer vision' } },
      { value: 'Computer Vision' },
    ],
  ])('%s', (_what, known, expected) => {
    expect(gather(known).domain).toMatchObject(expected);
  });
});

describe('settings that say nothing usable', () => {
  test('are passed over and named', () => {
    const settings = {
      parameters: 'large',
      likes: -1,
      commits: 0,
      repoAgeDays: NaN,
      task: 'knitting',
      organization: 'guild',
    };
    const { predictors, missing, notes } = gatherPredictors(card({ settings }));
    expect(missing).toHaveLength(1);
    expect([predictors.likes.value, predictors.commits.value, predictors.repoAgeDays.value]).toEqual([
      0, 5, 1,
    ]);
    expect(notes).toEqual([
      'The setting "large" is no number of parameters (such as 7B) and was not used.',
      'The setting "knitting" is no task of the Hub and was not used.',
      'The setting "guild" is no kind of organisation that the model knows and was not used.',
      'The setting for likes, -1, was not used: it must be 0 or more.',
      'The setting for commits, 0, was not used: it must be 1 or more.',
      'The setting for repository age, NaN, was not used: it must be 0 or more.',
    ]);
  });
});

describe('headers that were not used', () => {
  const broken = (count: number) =>
    Array.from({ length: count }, (_, at) => weights(`${at}.gguf`, { problem: `No ${at}.` }));
  test.each([
    [3, ['No 0.', 'No 1.', 'No 2.']],
    [4, ['No 0.', 'No 1.', 'No 2.', 'The header of 1 more file was not used.']],
    [2000, ['No 0.', 'No 1.', 'No 2.', 'The headers of 1997 more files were not used.']],
  ])('of %i files the first three are told', (count, notes) => {
    expect(gatherPredictors(card({ repository: repository({ weights: broken(count) }) })).notes).toEqual(
      notes,
    );
  });
});

test('whatever the front matter holds, there are predictors', () => {
  const keys = fc.constantFrom('pipeline_tag', 'tags', 'base_model', 'model-index', 'library_name');
  fc.assert(
    fc.property(fc.dictionary(keys, fc.anything()), fc.string(), fc.object(), (metadata, body, config) => {
      const found = gatherPredictors(card({ metadata, body, repository: repository({ config }) }));
      expect(found.predictors.commits.value).toBe(5);
      expect(typeof found.predictors.domain.value).toBe('string');
    }),
  );
});
