import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { type Metadata, readMetadata } from '../../../../src/core/card/metadata';
import { applyEdits } from '../../../../src/core/card/text-range';
import { checkMetadata } from '../../../../src/core/rules/metadata-schema/check-metadata';
import type { MetadataProblem } from '../../../../src/core/rules/metadata-schema/metadata-problem';

function read(yaml: string): Metadata {
  const metadata = readMetadata(yaml, { start: 0, end: yaml.length });
  if ('refusal' in metadata) throw new Error(metadata.refusal);
  return metadata;
}

function check(yaml: string): MetadataProblem[] {
  return checkMetadata(read(yaml));
}

const underlined = (yaml: string, { range }: MetadataProblem): string => yaml.slice(range.start, range.end);

describe('values that the Hub refuses, and the nearest valid one', () => {
  test.each([
    // yaml, what is underlined, the fix
    ['license: apache', 'apache', 'apache-2.0'],
    ['license: Apache-2.0', 'Apache-2.0', 'apache-2.0'],
    ['license: "Apache License 2.0"', '"Apache License 2.0"', '"apache-2.0"'],
    ["license: 'MIT'", "'MIT'", "'mit'"],
    ['license: [mit, aapche-2.0]', 'aapche-2.0', 'apache-2.0'],
    ['license: gpl-3.0-or-later # SPDX', 'gpl-3.0-or-later', 'gpl-3.0'],
    ['license: llama-3.1', 'llama-3.1', 'llama3.1'],
    ['license: cc-by-nc', 'cc-by-nc', undefined],
    ['license: bsd-4-clause', 'bsd-4-clause', undefined],
    ['license: mit-0', 'mit-0', undefined],
    ['license: 3', '3', undefined],
    ['license:', 'license', undefined],
    ['license: {name: mit}', 'license', undefined],
    ['language: english', 'english', 'en'],
    ['language: EN', 'EN', 'en'],
    ['language: [en, pt-BR]', 'pt-BR', 'pt'],
    ['language: zh_Hans_CN', 'zh_Hans_CN', 'zh'],
    ['language: Portugese', 'Portugese', 'pt'],
    ['language: nb-NO', 'nb-NO', 'nb'],
    ['language: no-NO', 'no-NO', '"no"'],
    ['language: noinfo', 'noinfo', undefined],
    ['language:', 'language', undefined],
    ['language: [null]', 'null', undefined],
    ['pipeline_tag: text_generation', 'text_generation', 'text-generation'],
    ['pipeline_tag: Text Generation', 'Text Generation', 'text-generation'],
    ['pipeline_tag: text-clasification', 'text-clasification', 'text-classification'],
    ['pipeline_tag: multimodal', 'multimodal', undefined],
    ['pipeline_tag: [text-generation]', 'pipeline_tag', undefined],
    ['library_name: Transformers', 'Transformers', 'transformers'],
    ['library_name: sentence_transformer', 'sentence_transformer', 'sentence-transformers'],
    ['base_model_relation: fine-tune', 'fine-tune', 'finetune'],
    ['base_model_relation: child', 'child', undefined],
    ['datasets: [squad, librispeech 960h]', 'librispeech 960h', undefined],
    ['datasets: [null]', 'null', undefined],
    [
      'datasets: https://huggingface.co/datasets/mozilla-foundation/common_voice_11_0',
      'https://huggingface.co/datasets/mozilla-foundation/common_voice_11_0',
      'mozilla-foundation/common_voice_11_0',
    ],
    ['base_model: ./checkpoints/last', './checkpoints/last', undefined],
    [
      'base_model: https://hf.co/google-bert/bert-base-cased',
      'https://hf.co/google-bert/bert-base-cased',
      'google-bert/bert-base-cased',
    ],
    ['tags: [nlp, 2024]', '2024', '"2024"'],
    ['tags: [true]', 'true', '"true"'],
    ['tags: [1.50]', '1.50', '"1.50"'],
    ['metrics: [{accuracy: 0.95}, {f1: 0.9}]', 'accuracy', undefined],
    ['thumbnail: [a.png]', 'thumbnail', undefined],
  ])('%s', (yaml, part, replacement) => {
    const problems = check(yaml);
    expect(problems.map((problem) => [underlined(yaml, problem), problem.suggestion?.newText])).toEqual([
      [part, replacement],
    ]);
  });
});

describe('what the Hub takes', () => {
  test.each([
    'license: [apache-2.0]',
    'license: other',
    'license: other\nlicense_name: my-license-1.0\nlicense_link: LICENSE',
    'license: openrail++',
    'language: [en, eng, ger, yue, unk, "no", code, multilingual]',
    'language: no',
    'pipeline_tag: text2text-generation',
    'library_name: pytorch',
    'library_name: our-own-library',
    'tags: autotrain',
    'datasets: common_voice',
    'base_model: null',
    'base_model: [gpt2-medium, facebook/opt-350m]',
    'base_model:\nbase_model_relation: merge',
    'metrics: [accuracy, Cross entropy loss]',
    'inference: false',
    'paperswithcode_url: null',
    'any_key: {at: [all]}',
    'co2_eq_emissions: [what, other, rules, look, at]',
    'model-index: [{name: m, results: []}]',
    '{}',
  ])('%s', (yaml) => {
    expect(check(yaml)).toEqual([]);
  });
});

describe('model-index', () => {
  const card = (result: string): string => `model-index:
- name: my-model
  results:
  - ${result.trim().replaceAll('\n', '\n    ')}
`;
  const whole = `
task:
  type: automatic-speech-recognition
dataset:
  type: common_voice
  name: Common Voice
metrics:
- type: wer
  value: 20.9`;

  test('a result with all that is required', () => {
    expect(check(card(whole))).toEqual([]);
  });

  test.each([
    [
      'task.type',
      whole.replace('  type: automatic-speech-recognition', '  name: Speech'),
      'task',
      '`type` is missing in `task`',
    ],
    [
      'dataset.type',
      whole.replace('  type: common_voice\n', ''),
      'dataset',
      '`type` is missing in `dataset`',
    ],
    [
      'dataset.name',
      whole.replace('  name: Common Voice\n', ''),
      'dataset',
      '`name` is missing in `dataset`',
    ],
    [
      'metric value',
      whole.replace('  value: 20.9', ''),
      'type',
      '`value` is missing in this entry of `metrics`',
    ],
    ['metrics', whole.split('metrics:')[0] ?? '', 'task', '`metrics` is missing in this entry of `results`'],
    ['source.url', `${whole}\nsource:\n  name: Board`, 'source', '`url` is missing in `source`'],
    [
      'a dataset in prose',
      whole.replace('common_voice', 'Common Voice (French)'),
      'Common Voice (French)',
      'not the id of a dataset',
    ],
    ['a number for a name', whole.replace('name: Common Voice', 'name: 2024'), '2024', 'Put it in quotes'],
    [
      'metrics not a list',
      whole.replace('- type: wer', '  type: wer'),
      'metrics',
      '`metrics` must be a list',
    ],
  ])('%s', (_, result, part, message) => {
    const yaml = card(result);
    const problems = check(yaml);
    expect(problems.map((problem) => underlined(yaml, problem))).toEqual([part]);
    expect(problems[0]?.message).toContain(message);
  });

  test('a mapping where a list belongs', () => {
    const yaml = 'model-index:\n  name: my-model\n  results: []\n';
    expect(check(yaml).map((problem) => underlined(yaml, problem))).toEqual(['model-index']);
  });
});

test('the message says what is wrong and what was meant', () => {
  expect(check('license: apache')[0]?.message).toBe(
    '`apache` is not a licence the Hub knows; did you mean `apache-2.0`?',
  );
});

test('problems come in the order of the card', () => {
  const keys = check('pipeline_tag: x1\nlicense: x2\ntags: [1]\n').map(({ path }) => path[0]);
  expect(keys).toEqual(['pipeline_tag', 'license', 'tags']);
});

test('what an alias repeats is underlined where the alias stands', () => {
  const yaml = 'first: &a [english]\nlanguage: *a\n';
  expect(check(yaml).map((problem) => underlined(yaml, problem))).toEqual(['*a']);
});

test('nothing is offered for what aliases repeat elsewhere', () => {
  const problems = check(
    'tags: &all [mit, &one 1, [2]]\nlanguage: &tongue [english]\nother: [*all, *tongue, *one]\n',
  );
  expect(problems.length).toBeGreaterThan(1);
  for (const problem of problems) expect(problem).not.toHaveProperty('suggestion');
});

test('what stands nowhere in the card itself is shown at its first key', () => {
  const { map } = read('first: 1\n');
  const [problem] = checkMetadata({ values: { license: 'apache' }, map });
  expect(problem).toMatchObject({ range: { start: 0, end: 5 }, path: ['license'] });
  expect(problem).not.toHaveProperty('suggestion');
});

test('a fix leaves nothing to fix and changes nothing else', () => {
  const value = fc.constantFrom(
    'apache',
    'MIT',
    'english',
    'pt-BR',
    'text_generation',
    'no-NO',
    'plain',
    'yes',
    '1e3',
    '7',
  );
  const key = fc.constantFrom('license', 'language', 'pipeline_tag', 'library_name', 'tags');
  const quote = fc.constantFrom('', '"', "'");
  fc.assert(
    fc.property(key, fc.array(fc.tuple(value, quote), { minLength: 1, maxLength: 4 }), (name, items) => {
      const yaml = `before: 1 # kept\n${name}: [${items.map(([text, mark]) => mark + text + mark).join(', ')}]\nafter: x\n`;
      const fixable = check(yaml).flatMap(({ suggestion }) => suggestion ?? []);
      const fixed = applyEdits(yaml, fixable);
      expect(check(fixed).filter(({ suggestion }) => suggestion)).toEqual([]);
      expect(load(fixed)).toMatchObject({ before: 1, after: 'x' });
    }),
  );
});

test('hostile input ends soon, with at most a hundred problems', () => {
  const yaml = `language: [${'"abcdefghijkl",'.repeat(5000)}]\nlicense: ${'a'.repeat(30_000)}\n`;
  expect(check(yaml)).toHaveLength(100);
});

const cards = new URL('../../../../../shared/data/cards/dev.jsonl', import.meta.url);

test.skipIf(!existsSync(cards))('real cards (skipped where the labelled cards are not at hand)', () => {
  const problems = readFileSync(cards, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; front_matter?: string })
    .flatMap(({ id, front_matter: yaml }) =>
      yaml && parses(yaml) ? check(yaml).map((problem) => [id, underlined(yaml, problem)]) : [],
    );
  // The values of metrics in place of their ids, and a task outside the Hub's list: neither is valid.
  expect(problems).toEqual([
    ['asl-m01-letters', 'accuracy'],
    ['hahascore-1', 'multimodal'],
    ['hahascore-2', 'multimodal'],
  ]);
});

function parses(yaml: string): boolean {
  try {
    load(yaml);
    return true;
  } catch {
    return false;
  }
}
