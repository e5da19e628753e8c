import { MarkupContent } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { createLanguageService } from '../../../../src/core/language/language-service';
import { cardWithCursor } from './card-with-cursor';

const service = createLanguageService();

/** The Markdown and the text it stands at; undefined where nothing is said. */
async function hover(marked: string): Promise<{ markdown: string; on: string } | undefined> {
  const { document, position } = cardWithCursor(marked);
  const found = await service.hover(document, position);
  if (!found?.range || !MarkupContent.is(found.contents)) return undefined;
  const { start, end } = found.range;
  const line = document.text.split(/\r\n|\r|\n/)[start.line] ?? '';
  return { markdown: found.contents.value, on: line.slice(start.character, end.character) };
}

const card = (yaml: string): string => `---\n${yaml}\n---\n# My model\n`;

describe('keys and values are explained', () => {
  test.each([
    // the place, on what, the beginning of the explanation, the page it links to
    ['lic█ense: mit', 'license', 'Licence of the model', 'repositories-licenses'],
    ['license: m█it', 'mit', '`mit`: MIT', 'repositories-licenses'],
    ['license: [m█it]', 'mit', '`mit`: MIT', 'repositories-licenses'],
    ['license: "m█it"', '"mit"', '`mit`: MIT', 'repositories-licenses'],
    ['li█cense:', 'license', 'Licence of the model', 'repositories-licenses'],
    ['language: e█n', 'en', '`en`: English', 'model-cards'],
    ['language: yu█e', 'yue', 'Language of the model', 'model-cards'],
    [
      'pipeline_tag: text-gen█eration',
      'text-generation',
      '`text-generation`: Text Generation',
      'model-cards',
    ],
    ['tags:\n- a█b', 'ab', 'Words to find the model by', 'model-cards'],
    ['model-in█dex: []', 'model-index', 'Results of evaluations', 'model-cards#evaluation-results'],
    ['co2_eq_█emissions: 5', 'co2_eq_emissions', 'CO₂ equivalent', 'model-cards-co2'],
    ['co2_eq_█emissions:\n  emissions: 5', 'co2_eq_emissions', 'CO₂ equivalent', 'model-cards-co2'],
    [
      'co2_eq_emissions:\n  emis█sions: 5',
      'emissions',
      'Emissions of the training in **grams',
      'model-cards-co2',
    ],
    [
      'co2_eq_emissions:\n  hours_used: 1█2',
      '12',
      'Duration of the training in **hours**',
      'model-cards-co2',
    ],
    [
      'co2_eq_emissions:\n  training_type: fine-█tuning',
      'fine-tuning',
      '`fine-tuning`: trained further',
      'model-cards-co2',
    ],
    ['co2_eq_emissions:\n  train█ing_type: other', 'training_type', 'Whether the model', 'model-cards-co2'],
    [
      'model-index:\n- results:\n  - task:\n      ty█pe: fill-mask',
      'type',
      'Id of the task',
      'model-cards#evaluation-results',
    ],
  ])('%s', async (yaml, on, explanation, page) => {
    const found = await hover(card(yaml));
    expect(found?.on).toBe(on);
    expect(found?.markdown.startsWith(explanation)).toBe(true);
    expect(found?.markdown).toContain(`https://huggingface.co/docs/hub/${page}`);
  });

  test('a short list of values is given, a long one is not', async () => {
    expect((await hover(card('co2_eq_emissions:\n  train█ing_type: x')))?.markdown).toContain(
      '`pre-training`: trained',
    );
    expect((await hover(card('lic█ense: x')))?.markdown).not.toContain('apache-2.0');
  });

  test('the same position in a card with Windows line ends and a byte order mark', async () => {
    expect((await hover('\uFEFF---\r\ntags: [a]\r\nlicense: m█it\r\n---\r\n'))?.on).toBe('mit');
  });
});

describe('nothing is said', () => {
  test.each([
    ['about a key of the author', card('my_key█: 5')],
    ['in the text', '---\nlicense: mit\n---\n\nlicense█: mit\n'],
    ['on a fence', '--█-\nlicense: mit\n---\n'],
    ['beyond the end of a line', card('license: mit').replace('license: mit', 'license: mit\n\n█')],
  ])('%s', async (_, marked) => {
    expect(await hover(marked)).toBeUndefined();
  });
});
