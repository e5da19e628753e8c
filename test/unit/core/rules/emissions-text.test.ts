import { describe, expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import { checkCard } from '../../../../src/core/rules/check-card';

const grams = (declared: string, prose: string): unknown[] =>
  checkCard(readCard(`---\nco2_eq_emissions: ${declared}\n---\n\n# Model\n\n${prose}\n`))
    .findings.filter(({ rule }) => rule === 'emissions-text')
    .map(({ data }) => data?.['grams']);

describe('another amount in the text', () => {
  test.each<[prose: string, grams: number]>([
    ['Training emitted 2.5 kg of CO2.', 2500],
    ['Training emitted 30 g CO2eq in total.', 30],
    ['| | CO2 (kg) |\n|--|--|\n| total | 4.2 |', 4200],
    ['Emissions: 2.5 kg CO2eq (as grams: 2500 g CO2eq)', 2500],
    ['Training emitted 2.5 kg of CO2. Inference emits 0.2 g of CO2 per query.', 2500],
  ])('%s', (prose, found) => expect(grams('700', prose)).toEqual([found]));
});

describe('is none where', () => {
  test.each<[why: string, declared: string, prose: string]>([
    ['it is rounded', '1234.5', 'Training emitted 1.2 kg of CO2.'],
    ['it is cut off', '1290', 'Training emitted 1.2 kg of CO2.'],
    ['it agrees with one of two', '700', 'Training emitted 700 g CO2, and 900 g CO2 with all experiments.'],
    ['several amounts could be the whole', '700', 'Training emitted 3 kg CO2. Training emitted 5 kg CO2.'],
    ['it is that of one phase', '700', '- CO2 emissions\n  - Evaluation: 300 g CO2'],
    ['it is that of one run', '700', 'Each run emitted 50 g CO2.'],
    ['it is that of inference', '700', 'Inference emits 20 g CO2 per day.'],
    ['it is imagined', '700', 'It would emit 20 kg CO2 if trained again.'],
    ['it is that of the grid', '700', 'The grid emits 430 g CO2eq/kWh.'],
    ['it is 0.000 kg', '0.4', 'Carbon Emitted: 0.000 kg of CO2'],
    ['a separator may mean either', '4475', 'Emissions: 4.475 kg CO2 (4,475 g CO2)'],
    ['the metadata declares text', '"700 g"', 'Training emitted 2.5 kg of CO2.'],
    ['the metadata declares nothing', '', 'Training emitted 2.5 kg of CO2.'],
  ])('%s', (_, declared, prose) => expect(grams(declared, prose)).toEqual([]));
});
