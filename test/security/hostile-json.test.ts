// Small files of JSON that someone nested to hang or end what reads them: each with what its user sees.
import { describe, expect, test } from 'vitest';
import { readProjectConfig } from '../../src/core/config/project-config';
import { ModelFileError, readModelFile } from '../../src/core/glm/model-file';
import { parseRecord, readWeightIndex } from '../../src/core/predictors/weight-index';
import { AT_ONCE, type Hostile, timed } from './hostile-file';

const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const mappings = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

function seenOfModel(text: string): string {
  try {
    return readModelFile(text).title;
  } catch (error) {
    if (error instanceof ModelFileError) return error.message;
    throw error;
  }
}

function seenOfConfig(text: string): string {
  const { problems } = readProjectConfig(text);
  return problems.map(({ message }) => message).join(' ');
}

/** What is beside a card is used or not, without a word. */
function seenOfFile(text: string): string {
  const read = [readWeightIndex('model.safetensors.index.json', text), parseRecord(text, 20)];
  return read.every((value) => value === undefined) ? 'nothing' : 'something';
}

const NO_MODEL =
  'This file is nested more than 20 levels deep, so it is no emissions model, or a damaged one.';
const NO_CONFIG = 'This is no valid JSON: it is empty, or nested too deep.';

const MODELS: readonly Hostile<string>[] = [
  ['five million lists in each other', () => lists(5_000_000), NO_MODEL],
  ['ten million that are not closed', () => '['.repeat(10_000_000), NO_MODEL],
  ['a million mappings in each other', () => mappings(1_000_000), NO_MODEL],
  [
    'five million lists for a title',
    () => `{"format":"model-card-co2/emissions-model","version":1,"title":${lists(4_900_000)}}`,
    NO_MODEL,
  ],
];

const CONFIGS: readonly Hostile<string>[] = [
  ['131,000 lists in each other', () => lists(131_000), NO_CONFIG],
  ['40,000 mappings in each other', () => mappings(40_000), NO_CONFIG],
  ['120,000 lists for a pattern', () => `{"exclude":${lists(120_000)}}`, NO_CONFIG],
  ['lists in each other behind a quotation mark in a comment', () => `// "\n${lists(120_000)}`, NO_CONFIG],
];

const BESIDE: readonly Hostile<string>[] = [
  ['a million lists in each other', () => lists(1_000_000), 'nothing'],
  ['300,000 mappings in each other', () => mappings(300_000), 'nothing'],
  ['lists in each other for a value', () => `{"a":${lists(900_000)}}`, 'nothing'],
];

const READERS: readonly [file: string, seen: (text: string) => string, files: readonly Hostile<string>[]][] =
  [
    ['a model file', seenOfModel, MODELS],
    ['a configuration', seenOfConfig, CONFIGS],
    ['a config.json or an index of weights', seenOfFile, BESIDE],
  ];

describe('each nested file: what its user sees, and at once', () => {
  describe.each(READERS)('as %s', (_file, seen, files) => {
    test.for(files)('%s', async ([, content, sees, most = AT_ONCE]) => {
      const text = content();
      const { result, time } = await timed(most, () => seen(text));
      expect(result).toBe(sees);
      expect(time).toBeLessThan(most);
    });
  });
});

// Each is where the stack ends for another step of what reads a configuration.
test.each([1500, 2000, 2500, 3000, 4000, 6000, 8000, 20_000])('a configuration %i deep', (depth) => {
  for (const text of [lists(depth), mappings(depth), `{"exclude":${lists(depth)}}`])
    expect(readProjectConfig(text).problems).toHaveLength(1);
});
