import { isDeepStrictEqual } from 'node:util';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import {
  createLanguageService,
  type FrontMatterDocument,
} from '../../../../src/core/language/language-service';
import { cardDocument, cardWithCursor } from './card-with-cursor';

const service = createLanguageService();

async function complete(marked: string): Promise<CompletionItem[]> {
  const { document, position } = cardWithCursor(marked);
  return service.complete(document, position);
}

const labels = async (marked: string): Promise<string[]> =>
  (await complete(marked)).map(({ label }) => label);

/** The YAML between fences; the cursor is `█`. */
const card = (yaml: string): string => `---\n${yaml}\n---\n# My model\n`;

describe('what is proposed', () => {
  test.each([
    // the place, what must be among the proposals, what must not
    ['in an empty block', '█', ['license', 'co2_eq_emissions', 'model-index'], ['emissions', 'mit']],
    ['for the beginning of a key', 'lic█', ['license', 'license_name'], ['mit']],
    [
      'for a new key, those that are there left out',
      'license: mit\n█\ntags: [a]',
      ['language'],
      ['license', 'tags'],
    ],
    ['for an empty value', 'license: █', ['apache-2.0', 'mit', 'other'], ['license', 'null']],
    ['for the beginning of a value', 'license: ap█', ['apache-2.0'], ['license']],
    ['for an item of a list', 'license:\n- █', ['mit'], ['license']],
    ['for a further item', 'language:\n  - en\n  - f█', ['fr', 'multilingual'], ['language']],
    ['for an item between brackets', 'language: [en, █]', ['fr', 'code'], ['language']],
    ['for a task', 'pipeline_tag: text-█', ['text-generation'], ['tags']],
    ['for a library', 'library_name: █', ['transformers', 'diffusers'], ['null']],
    ['for the relation to a base model', 'base_model_relation: █', ['quantized', 'merge'], []],
    [
      'below the emissions',
      'co2_eq_emissions:\n  █',
      ['emissions', 'source', 'energy_consumed'],
      ['license'],
    ],
    [
      'for a further key of the emissions',
      'co2_eq_emissions:\n  emissions: 5\n  █',
      ['source'],
      ['emissions', 'license'],
    ],
    [
      'for the type of training',
      'co2_eq_emissions:\n  training_type: █',
      ['pre-training', 'fine-tuning'],
      [],
    ],
    ['for the source', 'co2_eq_emissions:\n  source: █', ['CodeCarbon', 'AutoTrain'], []],
    [
      'for an entry of the model index',
      'model-index:\n- █',
      ['name', 'results', 'all required keys'],
      ['license'],
    ],
    ['for a result', 'model-index:\n- name: m\n  results:\n  - █', ['task', 'dataset', 'metrics'], ['name']],
    [
      'for the task of a result',
      'model-index:\n- name: m\n  results:\n  - task:\n      type: █',
      ['image-classification'],
      [],
    ],
  ])('%s', async (_, yaml, among, notAmong) => {
    const proposed = await labels(card(yaml));
    expect(proposed).toEqual(expect.arrayContaining(among));
    expect(proposed.filter((label) => notAmong.includes(label))).toEqual([]);
  });

  test.each([
    ['before the block', '█\n---\nlicense: mit\n---\n'],
    ['on the opening fence', '---█\nlicense: mit\n---\n'],
    ['on the closing fence', '---\nlicense: mit\n█---\n'],
    ['behind the closing fence', '---\nlicense: mit\n---█\n'],
    ['in the text', '---\nlicense: mit\n---\n\nlic█\n'],
    ['in a comment', card('# lic█')],
    ['in a comment behind a value', card('license: mit # ap█')],
    ['in a text of several lines', card('extra_gated_prompt: >-\n  lic█\nlicense: mit')],
    ['directly behind a colon', card('license:█')],
    ['on the dash of an item', card('language:\n-█ en')],
    ['for words that are free', card('tags:\n- █')],
  ])('nothing %s', async (_, marked) => {
    expect(await labels(marked)).toEqual([]);
  });

  test.each([
    ['with Windows line ends', '---\r\ntags: [a]\r\nlicense: m█\r\n---\r\n'],
    ['behind a byte order mark', '\uFEFF---\nlicense: m█\n---\n'],
    ['behind blank lines', '\n \n---\nlicense: m█\n---\n'],
    ['while nothing closes the block', '---\ntags: [a]\nlicense: █'],
    ['while nothing closes the block and text follows', '---\nlicense: m█\n\n# My model\n'],
  ])('values %s', async (_, marked) => {
    expect(await labels(marked)).toContain('mit');
  });

  test.each([
    ['of a block just opened', '---\n█'],
    ['behind the last key', '---\nlicense: mit\n█'],
    ['behind the last key, before the text', '---\nlicense: mit\n█\n\n# My model\n'],
    ['behind the last key, with Windows line ends', '---\r\nlicense: mit\r\n█\r\n'],
  ])('keys on the new line %s, which nothing closes yet', async (_, marked) => {
    expect(await labels(marked)).toContain('tags');
  });
});

describe('how it is proposed', () => {
  const item = async (yaml: string, label: string): Promise<CompletionItem | undefined> =>
    (await complete(card(yaml))).find((proposal) => proposal.label === label);

  test('the key of the emissions brings its block, and no number that nobody measured', async () => {
    expect((await item('co2█', 'co2_eq_emissions'))?.insertText).toBe(
      [
        'co2_eq_emissions:',
        '  emissions: $1',
        '  source: $2',
        '  training_type: ${3|pre-training,fine-tuning|}',
        '  geographical_location: $4',
        '  hardware_used: $5',
      ].join('\n'),
    );
    expect((await item('co2_eq_emissions:\n  emi█', 'emissions'))?.insertText).toBe('emissions: $1');
  });

  test('the block leaves out what is there', async () => {
    const block = 'emissions with source, type, location and hardware';
    const proposal = await item('co2_eq_emissions:\n  emissions: 5\n  source: CodeCarbon\n  █', block);
    expect(proposal?.insertText).not.toMatch(/emissions:|source:/);
  });

  test('a language is found by its name', async () => {
    expect(await item('language: █', 'pt')).toMatchObject({
      detail: 'Portuguese',
      filterText: 'pt Portuguese',
    });
  });

  test('Norwegian stands in quotes: without them, PyYAML reads `no` as false', async () => {
    expect((await item('language: █', '"no"'))?.insertText).toBe('"no"');
  });

  test('keys are explained, with a link', async () => {
    expect((await item('█', 'license'))?.documentation).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('https://huggingface.co/docs/hub/repositories-licenses') as string,
    });
  });

  test('a renamed key keeps its colon', async () => {
    expect((await item('lice█nce: mit', 'license'))?.textEdit).toEqual({
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } },
      newText: 'license',
    });
  });
});

describe('no proposal damages a card, wherever it is taken', () => {
  const whole = `license: mit
language:
- en
- fr
tags: [a, b]
co2_eq_emissions:
  emissions: 5.2
  training_type: fine-tuning # a comment
pipeline_tag: text-generation
model-index:
- name: m
  results:
  - task:
      type: fill-mask
    dataset: {name: n, type: t}
    metrics:
    - type: wer
      value: 3
extra_gated_prompt: >-
  some text
library_name: 'transformers'`;
  const unfinished = 'license:\n\nco2_eq_emissions:\n  \ntags:\n- \n- b\nlanguage: \nother: 5';

  test.each([
    ['a whole card', card(whole)],
    ['with Windows line ends', card(whole).replaceAll('\n', '\r\n')],
    ['behind a byte order mark', `\uFEFF${card(unfinished)}`],
    ['an unfinished card', card(unfinished)],
    ['a block that nothing closes', `---\n${unfinished}`],
  ])('%s', async (_, text) => {
    const document = cardDocument(text);
    expect(await damages(document)).toEqual([]);
  });
});

/** Takes proposals at every place. What it says: those that leave no YAML, or change another key than one. */
async function damages(card: FrontMatterDocument): Promise<string[]> {
  const document = TextDocument.create(card.uri, 'markdown', 1, card.text);
  const before = valuesOf(card.text, card) ?? {};
  const found: string[] = [];
  for (let offset = card.yaml.start; offset <= card.yaml.end; offset++) {
    if (card.text[offset - 1] === '\r') continue;
    const position = document.positionAt(offset);
    for (const item of representatives(await service.complete(card, position))) {
      const after = valuesOf(inserted(item, document), card);
      const changed = Object.keys(before).filter((key) => !isDeepStrictEqual(before[key], after?.[key]));
      if (!after || changed.length > 1) found.push(`${item.label} at ${position.line}:${position.character}`);
    }
  }
  return found;
}

/** All proposals, but of the plain words, which are inserted in the same way, only the first few. */
function representatives(items: readonly CompletionItem[]): CompletionItem[] {
  const isWord = ({ insertText = '' }: CompletionItem): boolean => /^[\w.-]+$/.test(insertText);
  return [...items.filter((item) => !isWord(item)), ...items.filter(isWord).slice(0, 4)];
}

/** The text after an editor has taken the proposal: tab stops left empty, new lines indented like the first. */
function inserted(item: CompletionItem, document: TextDocument): string {
  if (!TextEdit.is(item.textEdit)) throw new Error('A proposal without an edit.');
  const { range, newText } = item.textEdit;
  const line = document.getText({ start: { line: range.start.line, character: 0 }, end: range.start });
  const indentation = /^\s*/.exec(line)?.[0] ?? '';
  const text = newText
    .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replaceAll(/\$\{\d+:([^}]*)\}|\$\{?\d+\}?/g, '$1')
    .replaceAll('\n', `\n${indentation}`);
  return TextDocument.applyEdits(document, [{ range, newText: text }]);
}

/** What the block says in a text that is the card's, longer or shorter within the block. */
function valuesOf(text: string, card: FrontMatterDocument): Record<string, unknown> | undefined {
  const end = card.yaml.end + text.length - card.text.length;
  const document = parseDocument(text.slice(card.yaml.start, end));
  return document.errors.length > 0 ? undefined : (document.toJS() as Record<string, unknown>);
}
