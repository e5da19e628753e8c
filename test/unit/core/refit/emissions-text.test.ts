import { describe, expect, test } from 'vitest';
import {
  findCardFigure,
  parseReportedEmissions,
  resolveGrams,
  type StatedAmount,
} from '../../../../src/core/refit/emissions-text';

const amount = (value: number, unit: 'g' | 'kg', explicit: boolean): StatedAmount => ({
  value,
  unit,
  explicit,
});

describe('a reported cell', () => {
  test.each<[string | number | null, StatedAmount | null]>([
    ['4.54', amount(4.54, 'g', false)],
    [4.54, amount(4.54, 'g', false)],
    ['  12  ', amount(12, 'g', false)],
    ['.5', amount(0.5, 'g', false)],
    ['1,234.5', amount(1234.5, 'g', false)],
    ['1,234,567 g', amount(1234567, 'g', true)],
    ['3.2e-3', amount(0.0032, 'g', false)],
    ['1E3 kg', amount(1000, 'kg', true)],
    ['-1', amount(-1, 'g', false)],
    ['+5', amount(5, 'g', false)],
    ['0.319355 Kg', amount(0.319355, 'kg', true)],
    ['17g', amount(17, 'g', true)],
    ['17 grams of CO2eq', amount(17, 'g', true)],
    ['17 grammes CO2 equivalents.', amount(17, 'g', true)],
    ['2 kilograms of carbon emissions', amount(2, 'kg', true)],
    ['2 kgs CO2-eq', amount(2, 'kg', true)],
    ['5 CO2', amount(5, 'g', false)],
    ['5e', amount(5, 'g', false)],
    ['5.', amount(5, 'g', false)],
    ['2\t \n kg', amount(2, 'kg', true)],
  ])('%j is read', (cell, expected) => {
    expect(parseReportedEmissions(cell)).toEqual(expected);
  });

  test.each([
    null,
    '',
    ' ',
    'N/A',
    '12 mg',
    'approx 5 g',
    '5-6 g',
    '1,23 g',
    '12,34',
    '1.2.3',
    '12 g per epoch',
    '12\u00a0g',
    '1e999',
    '0x10',
    'nan',
    NaN,
    Infinity,
    '{"emissions": 1}',
  ])('%j is missing', (cell) => {
    expect(parseReportedEmissions(cell)).toBeNull();
  });

  test('a cell of a million blanks is read in no time', () => {
    const started = performance.now();
    expect(parseReportedEmissions(`1${' '.repeat(1_000_000)}x`)).toBeNull();
    expect(parseReportedEmissions(`1${' \n'.repeat(500_000)}kg`)).toEqual(amount(1, 'kg', true));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

const inSection = (text: string): string => `# m\n\n## Environmental Impact\n\n${text}\n\n## Citation\n`;

describe("a card's figure", () => {
  test.each<[string, StatedAmount]>([
    ['- **Carbon Emitted:** 0.013 kg of CO2', amount(0.013, 'kg', true)],
    ['Carbon: 25.4476 grams.', amount(25.4476, 'g', true)],
    ['carbon 1,234 g', amount(1234, 'g', true)],
    ['CO2: 5 kgCO2eq', amount(5, 'kg', true)],
    ['CO2: 5 kgCO$_2$eq', amount(5, 'kg', true)],
    ['CO2: 5 kgCO₂', amount(5, 'kg', true)],
    ['CO2 at 0.432 kgCO$_2$eq/kWh, in all 7 kg', amount(7, 'kg', true)],
    ['CO2 at 300 g CO2 per kWh; emitted: 8 g', amount(8, 'g', true)],
    ['CO2 on a V100 16GB: 9 g', amount(9, 'g', true)],
    ['CO2 of gpt2kg, v1.5 g and 1.5 gb, then 3 g', amount(3, 'g', true)],
  ])('%j is found', (text, expected) => {
    expect(findCardFigure(inSection(text))).toEqual(expected);
  });

  test.each([
    ['no section', 'We emitted 5 kg of CO2.'],
    ['another section', '## Training\n\nCO2: 5 kg\n\n## Environmental impact of others\n\nnone'],
    ['a section without CO2 or carbon', '## Environmental Impact\n\n5 kg'],
    ['a section without a figure', inSection('CO2: [More Information Needed]')],
    ['an intensity', inSection('CO2: 0.4 kg/kWh')],
    ['no text', ''],
  ])('there is none in %s', (_what, card) => {
    expect(findCardFigure(card)).toBeNull();
  });

  test('the first segment with a figure counts, in any case of letters', () => {
    const card = `${inSection('CO2: none')}## ENVIRONMENTAL IMPACT\nCARBON: 2 KG\n## Environmental Impact\nCO2: 3 g`;
    expect(findCardFigure(card)).toEqual(amount(2, 'kg', true));
  });

  test('hostile text is searched in no time', () => {
    const started = performance.now();
    for (const run of [
      '1'.repeat(500_000),
      '1,234'.repeat(100_000),
      `1${' '.repeat(500_000)}`,
      '1 mg per '.repeat(100_000),
    ]) {
      expect(findCardFigure(inSection(`CO2 ${run}x`))).toBeNull();
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('which amount counts', () => {
  const grams = (value: number): StatedAmount => amount(value, 'g', false);
  const kilograms = (value: number): StatedAmount => amount(value, 'kg', true);

  test.each([
    ['the reported one, alone', grams(5), null, { grams: 5, origin: 'reported' }],
    ['in kilograms', kilograms(5), null, { grams: 5000, origin: 'reported' }],
    [
      'the reported one, where the card says another number',
      grams(5),
      kilograms(6),
      { grams: 5, origin: 'reported' },
    ],
    [
      'the card, where it is the same number in another unit',
      grams(1.71),
      kilograms(1.71),
      { grams: 1710, origin: 'card_unit_override' },
    ],
    [
      'the card, also downwards',
      kilograms(1.71),
      amount(1.71, 'g', true),
      { grams: 1.71, origin: 'card_unit_override' },
    ],
    [
      'the card up to the last digits',
      grams(1.71),
      kilograms(1.71 * (1 + 9e-10)),
      { grams: 1710 * (1 + 9e-10), origin: 'card_unit_override' },
    ],
    ['the card, where nothing is reported', null, kilograms(2), { grams: 2000, origin: 'card' }],
  ] as const)('%s', (_what, reported, card, expected) => {
    const resolved = resolveGrams(reported, card);
    expect(resolved?.origin).toBe(expected.origin);
    expect(resolved?.grams).toBeCloseTo(expected.grams, 9);
  });

  test('none, where neither says anything', () => {
    expect(resolveGrams(null, null)).toBeNull();
  });
});
