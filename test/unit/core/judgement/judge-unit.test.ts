import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import type { CardFacts } from '../../../../src/core/judgement/card-facts';
import { type Judgement, judgeUnit } from '../../../../src/core/judgement/judgement';

function judge(entry: string, prose = '', facts: CardFacts = {}): Judgement {
  const card = readCard(`---\nlicense: mit\n${entry}\n---\n\n# Model\n\n${prose}\n`);
  expect(card.metadata?.problem).toBeUndefined();
  const judgement = judgeUnit(card, facts);
  if (judgement === undefined) throw new Error('nothing declared');
  return judgement;
}

const mapping = (fields: Readonly<Record<string, string | number>>): string =>
  ['co2_eq_emissions:', ...Object.entries(fields).map(([key, value]) => `  ${key}: ${value}`)].join('\n');

/** The section that the Hub's card template has for it. */
const impact = (hardware: string, hours: string, carbon: string): string =>
  [
    '## Environmental Impact',
    '',
    'Carbon emissions can be estimated using the [Machine Learning Impact calculator](https://mlco2.github.io/impact).',
    '',
    `- **Hardware Type:** ${hardware}`,
    `- **Hours used:** ${hours}`,
    `- **Carbon Emitted:** ${carbon}`,
  ].join('\n');

describe('a number in another unit than grams', () => {
  test.each<[why: string, entry: string, prose: string, unit: string, grams: string]>([
    ['the text says so', mapping({ emissions: 2.84 }), 'It emitted 2.84 kg CO2eq.', 'kg', '2840'],
    [
      'the text says so, rounded',
      mapping({ emissions: '0.0077283' }),
      'CO2: 0.008 kg, 0.007728 kg exactly',
      'kg',
      '7.7283',
    ],
    [
      'the text says so in a table',
      mapping({ emissions: 4.2 }),
      '| | CO2 (kg) |\n|--|--|\n| training | 4.2 |',
      'kg',
      '4200',
    ],
    [
      'the text says so with thousands',
      mapping({ emissions: 4475 }),
      '- Emissions: 4,475 KgCO2',
      'kg',
      '4475000',
    ],
    [
      'its digits say so, whatever the clock says',
      mapping({ emissions: 12.5 }),
      impact('A100', '2', '12.5 kg'),
      'kg',
      '12500',
    ],
    ['the energy says so', mapping({ emissions: 0.62, energy_consumed: 1.63 }), '', 'kg', '620'],
    [
      'the energy in the text says so',
      mapping({ emissions: 1.2 }),
      'Total energy consumed: 3.1 kWh',
      'kg',
      '1200',
    ],
    [
      'power_consumption says so',
      mapping({ emissions: 0.36, power_consumption: '"0.9 kWh"' }),
      '',
      'kg',
      '360',
    ],
    ['hours and hardware say so', 'co2_eq_emissions: 28.5', impact('TPUv3-8', '180', '28.5'), 'kg', '28500'],
    [
      'training_time says so',
      mapping({ emissions: 1.9, training_time: '8 hours', hardware_used: '2 x A100' }),
      '',
      'kg',
      '1900',
    ],
    [
      'hardware in the text says so, where the field is vague',
      mapping({ emissions: 0.3, hours_used: 6, hardware_used: 'Google Colab' }),
      '- **Hardware Type:** T4',
      'kg',
      '300',
    ],
    [
      'hours in a sentence say so',
      mapping({ emissions: 6.3 }),
      'Trained for 44 hours on a TPU v3-8.',
      'kg',
      '6300',
    ],
    [
      '"grams" is typed by habit',
      mapping({ emissions: '"28.5 in grams of CO2"', source: 'https://mlco2.github.io/impact' }),
      impact('TPUv3', '180', ''),
      'kg',
      '28500',
    ],
    [
      'the source reports kilograms, and seconds are no training',
      mapping({ emissions: 0.02, source: 'CodeCarbon', hardware_used: '1 x A100' }),
      '',
      'kg',
      '20',
    ],
    ['a comment says so', mapping({ emissions: '2.84 # 2.84 kg CO2eq' }), '', 'kg', '2840'],
    [
      'the text says tonnes',
      mapping({ emissions: 539 }),
      'Total emissions were 539 tCO2eq.',
      't',
      '539000000',
    ],
    [
      'the text says pounds',
      mapping({ emissions: 626 }),
      'Training emitted 626 lbs of CO2.',
      'lb',
      '283948.82362',
    ],
    [
      'the text says the same amount in kilograms',
      mapping({ emissions: 0.0539 }),
      'It emitted 53.9 kg CO2eq.',
      't',
      '53900',
    ],
  ])('%s', (_, entry, prose, unit, grams) => {
    const judgement = judge(entry, prose);
    expect(judgement.unit).toBe(unit);
    expect(judgement.grams.toFixed()).toBe(grams);
    expect(judgement.suspicious).toBe(true);
    expect(judgement.evidence[0]?.sentence).toBeTruthy();
  });
});

describe('nothing is said', () => {
  const template = {
    energy_consumed: 0.00022,
    source: 'codecarbon',
    training_type: 'fine-tuning',
    on_cloud: 'false',
    cpu_model: 'i5',
    ram_total_size: 8,
    hours_used: 0.024,
  };
  test.each<[why: string, entry: string, prose: string]>([
    ['a small number alone', 'co2_eq_emissions: 0.004', ''],
    ['CodeCarbon alone', mapping({ emissions: 5.6, source: 'CodeCarbon' }), ''],
    ['seconds of hardware alone', mapping({ emissions: 0.03, hardware_used: 'T4' }), ''],
    [
      'a short run that the card admits',
      mapping({ emissions: 0.6, source: 'CodeCarbon' }),
      'Trained for 1 minute on a T4.',
    ],
    [
      'grams that the text repeats in kilograms',
      mapping({ emissions: 1710, source: 'CodeCarbon' }),
      'Emissions: 1.71 KgCO2. Total energy: 3.51 kWh',
    ],
    [
      'grams that the text repeats in tonnes',
      mapping({ emissions: '4_475_000' }),
      'It emitted 4.475 tCO2eq.',
    ],
    [
      'grams on a clean grid',
      mapping({ emissions: 0.2, source: 'CodeCarbon', geographical_location: 'Quebec, Canada' }),
      'Energy: 0.10 kWh',
    ],
    ['grams that fit the hours', mapping({ emissions: 620 }), impact('A100', '4', '')],
    ['AutoTrain', 'tags: autotrain\nco2_eq_emissions:\n  emissions: 0.0048', 'CO2 Emissions: 0.0048 kg'],
    [
      'AutoNLP, by its data',
      'datasets: [me/autonlp-data-x]\nco2_eq_emissions: 0.0048',
      'CO2 Emissions: 0.0048 kg',
    ],
    [
      'Sentence Transformers',
      mapping({ emissions: 0.0818, ...template }),
      'Carbon Emitted: 0.0818 kg of CO2',
    ],
    ['an amount of inference', mapping({ emissions: 12 }), 'Inference emits 12 kg CO2 per day.'],
    [
      'a grid intensity',
      mapping({ emissions: 380 }),
      'The grid emits 380 gCO2eq/kWh, and 0.38 kg/kWh with losses.',
    ],
    [
      'a paragraph that mentions CodeCarbon',
      mapping({
        emissions: 0.02,
        source: `"${'Hours times power times intensity. '.repeat(4)}CodeCarbon is left for later."`,
        hardware_used: 'A100',
      }),
      '',
    ],
    [
      'the surest of several energies',
      mapping({ emissions: 500 }),
      'Runs like this took 900 kWh in all.\n\n- Energy consumed: 1.2 kWh',
    ],
    [
      'an amount that is only imagined',
      mapping({ emissions: 5 }),
      'It would emit 5 kg CO2 if trained again.',
    ],
    ['the energy of another phase', mapping({ emissions: 500 }), '- Evaluation energy: 900 kWh'],
    [
      'grams that the value says, against a source and the length of a run',
      mapping({ emissions: '"0.5 g"', source: 'CodeCarbon', hardware_used: 'A100' }),
      '',
    ],
    [
      'grams that the source says',
      mapping({ emissions: 0.84, source: '"CodeCarbon, in grams"', hardware_used: 'A100' }),
      '',
    ],
    [
      'grams that a comment says',
      mapping({ emissions: '0.84  # grams of CO2eq', source: 'CodeCarbon', hardware_used: 'A100' }),
      '',
    ],
    [
      'grams that a comment repeats in kilograms',
      mapping({ emissions: '840 # 0.84 kg by CodeCarbon', energy_consumed: 0.0021 }),
      '',
    ],
    ['a source that stays when its kilograms are converted', mapping({ emissions: 2370, source: 'kg' }), ''],
    [
      'seconds that the card admits',
      mapping({ emissions: 0.4, source: 'CodeCarbon', hardware_used: 'A100' }),
      'Fine-tuned for 40 seconds.',
    ],
    [
      'CodeCarbon’s own kilograms in the text',
      mapping({ emissions: 0.84, source: 'CodeCarbon', hardware_used: 'A100' }),
      'CodeCarbon: 8.4e-4 kg',
    ],
    ['pounds that grams equal by chance', mapping({ emissions: 0.265 }), 'Training emitted 120 g CO2.'],
    ['ounces', mapping({ emissions: '12 oz' }), 'It emitted 12 kg CO2.'],
    ['a number that no unit explains', mapping({ emissions: 1e-9 }), '- Energy consumed: 140 kWh'],
  ])('for %s', (_, entry, prose) => expect(judge(entry, prose).suspicious).toBe(false));
});

describe('evidence from outside the card', () => {
  const runs = [{ kilograms: new Big('0.0123456') }, { kilograms: new Big('0.5') }];
  // The judgement looks at the kilograms of a run only.
  const codecarbon = [{ file: 'emissions.csv', runs }] as unknown as NonNullable<CardFacts['codecarbon']>;

  test.each([
    ['0.0123456', true, 'emissions.csv has the same number, in kilograms'],
    ['0.012', true, 'emissions.csv has the same number, in kilograms'],
    ['0.5123456', true, 'emissions.csv has the same number, in kilograms'],
    ['12.3456', false, 'emissions.csv has the same amount, in kilograms'],
    ['77', false, undefined],
  ])('CodeCarbon’s file against %s', (amount, suspicious, sentence) => {
    const judgement = judge(mapping({ emissions: amount }), '', { codecarbon });
    expect(judgement.suspicious).toBe(suspicious);
    expect(judgement.evidence.find(({ id }) => id === 'codecarbon-file')?.sentence).toBe(sentence);
  });

  const predicted = (grams: number, reliable = true): CardFacts => ({
    prediction: { linearPredictor: Math.log(grams), sigma: 1.5, reliable },
  });
  test('a prediction supports other evidence, and raises no alarm alone', () => {
    expect(judge(mapping({ emissions: 5 }), '', predicted(5000)).suspicious).toBe(false);
    const fields = { emissions: 5, source: 'CodeCarbon' };
    expect(judge(mapping(fields), '', predicted(5000)).suspicious).toBe(true);
    expect(judge(mapping(fields), '', predicted(5000, false)).suspicious).toBe(false);
    expect(judge(mapping(fields), '', predicted(5)).suspicious).toBe(false);
  });
});

describe('the words for it', () => {
  test.each<[entry: string, prose: string, sentence: string]>([
    [mapping({ emissions: 2.84 }), 'It emitted 2.84 kg CO2eq.', 'the text says “2.84 kg CO2eq”'],
    [
      mapping({ emissions: 0.62, energy_consumed: 1.63 }),
      '',
      '0.62 g for 1.63 kWh would be 0.38 g/kWh, cleaner than any grid on earth',
    ],
    [
      mapping({ emissions: 5, energy_consumed: 1.63, geographical_location: 'Poland' }),
      '',
      '5 g for 1.63 kWh would be 3.1 g/kWh, against 660 in Poland',
    ],
    [
      mapping({ emissions: 0.5 }),
      'Trained for 10 hours on 8 x A100.',
      '10 hours of 8 × A100 emit about 15000 g, not 0.5 g',
    ],
    [
      mapping({ emissions: 0.5 }),
      'Trained for 1 hour on 8 x A100.',
      '1 hour of 8 × A100 emits about 1500 g, not 0.5 g',
    ],
    [
      mapping({ emissions: 5 }),
      'Trained for 120 GPU hours on A100.',
      '120 device hours of A100 emit about 23000 g, not 5 g',
    ],
    [
      mapping({ emissions: 3, source: 'eco2AI 0.3', hardware_used: 'A100' }),
      '',
      'eco2AI, its source, reports kilograms',
    ],
    [
      mapping({ emissions: 0.02, source: 'CodeCarbon', hardware_used: 'A100' }),
      '',
      'as grams it is what A100 emits in a second',
    ],
    [
      mapping({ emissions: 3, source: 'CodeCarbon', hardware_used: 'A100' }),
      '',
      'CodeCarbon, its source, reports kilograms',
    ],
  ])('%s %s', (entry, prose, sentence) => {
    expect(judge(entry, prose).evidence.map((piece) => piece.sentence)).toContain(sentence);
  });
});

test.each(['1e-320', '1e308', '5e-324'])('%s is judged without a NaN', (amount) => {
  const judgement = judge(mapping({ emissions: amount, energy_consumed: 1.5, hardware_used: 'A100' }));
  expect(judgement.confidence).toBeGreaterThan(0);
  expect(judgement.confidence).toBeLessThanOrEqual(1);
});

test.each(['0', '-5', '1-2', '<5', 'soon', '.inf', '[1, 2]', ''])(
  '“%s” declares nothing to judge',
  (amount) => {
    expect(judgeUnit(readCard(`---\n${mapping({ emissions: amount })}\n---\n`), {})).toBeUndefined();
  },
);

test.each([
  ['37.2', '37.2', 'g'],
  ['"37.2 kg"', '37200', 'kg'],
  ['0x1F', '31', 'g'],
  ['"539 tCO2eq"', '539000000', 't'],
  ['620 mg', '0.62', 'mg'],
  ['12 oz', '340.1942775', 'oz'],
  ['1e3', '1000', 'g'],
])('%s as written is %s g', (amount, grams, unit) => {
  const judgement = judge(mapping({ emissions: amount }));
  expect(judgement.asWritten.toFixed()).toBe(grams);
  expect(judgement.unit).toBe(unit);
});
