import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import { placeOfAnswer, readAnswer } from '../../../../src/core/prompt/answer';
import { fewShotPrompt } from '../../../../src/core/prompt/few-shot';
import { impactSegments } from '../../../../src/core/prompt/impact-segments';

const CARD = `---
license: mit
---

# A model

About carbon fibre.

## Environmental Impact

Training emitted 1.71 kg of CO2eq at 420 g CO2/kWh.

## Use

CO2 is not the subject here.
`;

describe('impactSegments', () => {
  test('keeps the section about environmental impact that mentions CO2, with its place', () => {
    const [segment, ...others] = impactSegments(CARD, 20);
    expect(others).toEqual([]);
    expect(segment?.text).toBe(
      ' Environmental Impact\n\nTraining emitted 1.71 kg of CO2eq at 420 g CO2/kWh.\n\n',
    );
    expect(CARD.slice(segment?.range.start, segment?.range.end)).toBe(segment?.text);
  });

  test.each([
    ['no mention of CO2 or carbon', '## Environmental impact\n\nNot measured.'],
    ['no mention of environmental impact', '## Training\n\n5 kg CO2'],
    ['in two sections', '## Environmental impact\n## CO2'],
    ['nothing', ''],
  ])('%s: none', (_, text) => {
    expect(impactSegments(text, 0)).toEqual([]);
  });

  test('cuts what is too long for a prompt', () => {
    const [segment] = impactSegments(`environmental impact CO2 ${'x'.repeat(100_000)}`, 0);
    expect(segment?.text).toHaveLength(4000);
  });
});

test('the prompt has the instruction once, examples of each kind, and the segment last', () => {
  const messages = fewShotPrompt('THE SEGMENT');
  expect(messages.filter(({ content }) => content.includes('Answer -1'))).toHaveLength(1);
  expect(messages.map(({ role }) => role)).toEqual([
    ...Array<string[]>(5).fill(['user', 'assistant']).flat(),
    'user',
  ]);
  expect(messages.filter(({ role }) => role === 'assistant').map(({ content }) => content)).toEqual([
    '-1',
    '12.5',
    '3200',
    '400000',
    '-1',
  ]);
  expect(messages.at(-1)?.content).toBe('<card>\nTHE SEGMENT\n</card>\nGrams:');
});

describe('readAnswer', () => {
  test.each([
    ['1710', '1710'],
    [' 1,710.5 \n', '1710.5'],
    ['3.2e3', '3200'],
    ['12.5 grams.', '12.5'],
    ['0', '0'],
  ])('%j is a number of grams', (reply, grams) => {
    const answer = readAnswer(reply);
    expect(answer.kind === 'grams' && answer.grams.eq(grams)).toBe(true);
  });

  test('-1 says that the text has none', () => {
    expect(readAnswer('-1')).toEqual({ kind: 'absent' });
  });

  test.each(['', 'The training emitted 1710 g.', '1.71 kg', '-5', 'NaN', '1e9999', '12 13'])(
    '%j is no answer',
    (reply) => {
      expect(readAnswer(reply)).toEqual({ kind: 'unreadable' });
    },
  );
});

describe('placeOfAnswer', () => {
  const [segment] = impactSegments(CARD, 20);

  test('is the amount in the text that is as many grams', () => {
    const place = segment && placeOfAnswer(segment, new Big(1710));
    expect(CARD.slice(place?.start, place?.end)).toMatch(/^1\.71 kg/);
  });

  test('is nowhere for a number that the model made up', () => {
    expect(segment && placeOfAnswer(segment, new Big(1711))).toBeUndefined();
  });
});
