import { describe, expect, test } from 'vitest';
import { findStatements } from '../../../../../src/core/card/statements/find-statements';
import type { Statement } from '../../../../../src/core/card/statements/statement';

/** What a text states of a run, a word and a figure each. */
function run(text: string): string[] {
  return findStatements(text, 0).map(figure);
}

function figure(statement: Statement): string {
  switch (statement.kind) {
    case 'emissions':
      return `emissions ${statement.quote}`;
    case 'energy':
      return `${statement.kilowattHours?.toString() ?? '?'} kWh ${statement.scope}`;
    case 'hours':
      return `${statement.hours?.round(4).toString() ?? '?'} ${statement.deviceHours ? 'device ' : ''}h ${statement.scope}`;
    case 'power':
      return `${statement.watts?.toString() ?? '?'} W`;
    case 'intensity':
      return `${statement.gramsPerKilowattHour?.toString() ?? '?'} g/kWh`;
    case 'pue':
      return `PUE ${statement.pue}`;
    case 'hardware':
    case 'place':
      return `${statement.kind} ${statement.text}`;
  }
}

describe('energy', () => {
  test.each([
    ['- **Total Energy Consumption:** 3.51 kWh', ['3.51 kWh total']],
    ['- Energy consumed (in kWh): 0.2565', ['0.2565 kWh unknown']],
    ['consumed 300 Wh', ['0.3 kWh unknown']],
    ['Energy consumed: 1.8 MJ', ['0.5 kWh unknown']],
    ['Energy used for training: 1.2 MWh', ['1200 kWh training']],
    ['0.5 kWh per inference', ['0.5 kWh inference']],
    ['cpu_energy: 0.01 kWh\nenergy_consumed: 0.033 kWh', ['0.01 kWh part', '0.033 kWh unknown']],
    ['energy_consumed: 5 kWh/day', []],
    [
      '| CO2 (kg) | Energy (kWh) | Duration |\n|---|---|---|\n| 2.37 | 6.1 | 20 h |',
      ['emissions CO2 (kg): 2.37', '6.1 kWh unknown', '20 h unknown'],
    ],
    ['The servers consume 500 kWh daily', []],
    ['Yearly consumption: 500 kWh', []],
    ['Verbrauch: 5 kWh pro Tag', []],
  ])('%s', (text, expected) => expect(run(text)).toEqual(expected));
});

describe('an amount per kWh is a rate, and neither energy nor emissions', () => {
  test.each([
    ['- **Carbon intensity (gCO2eq/kWh):** 381', ['381 g/kWh']],
    ['| Carbon intensity (gCO2/kWh) | 381 |', ['381 g/kWh']],
    ['Carbon intensity [g CO2 kWh^-1]: 381', ['381 g/kWh']],
    ['CO2 emission factor (kg/MWh): 381', ['381 g/kWh']],
    ['gCO2/kWh: 381', ['381 g/kWh']],
    ['CO2 per kWh (g): 381', ['381 g/kWh']],
    ['CO2 per kWh: 381 g', ['381 g/kWh']],
    ['Grid intensity [g/kWh]: 381', []],
    ['Emission factor in g/kWh: 381', []],
    ['Electricity price (EUR/kWh): 0.30', []],
    ['1 kWh causes 381 g of CO2', ['381 g/kWh']],
    ['1 kWh = 381 g CO2', ['381 g/kWh']],
    ['One kWh of electricity causes 381 g CO2', ['381 g/kWh']],
  ])('%s', (text, expected) => expect(run(text)).toEqual(expected));

  test.each([
    ['the sign of a quantity over its unit', 'Energy / kWh: 6.1', ['6.1 kWh unknown']],
    ['the rate it was reckoned with', 'Energy (at 381 gCO2/kWh): 6.1 kWh', ['6.1 kWh unknown']],
    [
      'emissions likewise',
      'Emissions (at 381 gCO2/kWh) in kg: 6.1',
      ['emissions Emissions (at 381 gCO2/kWh) in kg: 6.1'],
    ],
  ])('but not %s', (_what, text, expected) => expect(run(text)).toEqual(expected));

  test.each([
    'Das Netz hat 381 g CO₂ je kWh.',
    '381 g CO2 pro verbrauchter Kilowattstunde',
    'Mix électrique : 381 g CO2 par kWh.',
    '381 g de CO2 pour chaque kWh',
    'La red emite 381 g de CO2 por kWh.',
    'A rede emite 381 g de CO2 por cada kWh.',
    'La rete emette 381 g di CO2 per ogni kWh, 381 g di CO2 al kWh.',
    'The electricity had 381 grams of CO2 for every kWh.',
    'For each kWh the grid emits 381 g of CO2.',
  ])('%s', (text) => expect(new Set(run(text))).toEqual(new Set(['381 g/kWh'])));
});

describe('hours', () => {
  test.each([
    ['- **Hours used:** 1.835', ['1.835 h unknown']],
    ['- **Training time**: ~ 36 hours', ['36 h training']],
    ['Pretraining took approximately 4 days and 9.5 hours', ['105.5 h training']],
    ['- Training duration: 1h 30min', ['1.5 h training']],
    ['- **GPU Hours**: 406.7h (PUE: 1.4)', ['406.7 device h unknown', 'PUE 1.4']],
    ['Pretraining utilized a cumulative 3.3M GPU hours', ['3300000 device h total']],
    ['## Emissions\n- Duration of the compute (in seconds): 17029', ['4.7303 h unknown']],
    ['train_runtime: 7200', ['2 h training']],
    ['Trained for 2.5 GPU-days', ['60 device h training']],
    ['Training took < 5 hours', ['? h training']],
    ['trained on 960 hours of speech', []],
    ['Training throughput (samples/hour): 300', []],
    ['The dataset has 5 hours of audio', []],
    ['fine-tuned on atco2_corpus_1h', []],
    ['The meeting took place 5 hours from here', []],
  ])('%s', (text, expected) => expect(run(text)).toEqual(expected));
});

describe('hardware, power, place and grid', () => {
  test.each([
    ['- **Hardware Type:** 8 x A100 80GB', ['hardware 8 x A100 80GB']],
    ['- **Hardware**: NVIDIA V100 (7 GPUs)', ['hardware NVIDIA V100 (7 GPUs)']],
    ['Training took 12 hours on 4 NVIDIA A100 GPUs.', ['12 h training', 'hardware 4 NVIDIA A100 GPUs']],
    [
      '140 hours of computation on Tesla V-100 hardware (TDP of 300W)',
      ['140 h unknown', 'hardware V-100', '300 W'],
    ],
    ['## Training hardware\n\nIt needs an RTX 3090 for inference.', []],
    ['- **Hardware Type:** More information needed', []],
    ['- **Emissions:** 1.71 KgCO2 (Singapore)', ['emissions 1.71 KgCO2', 'place Singapore']],
    ['- **Emissions:** 1.71 KgCO2 (Table)', ['emissions 1.71 KgCO2']],
    ['## Emissions\n- **Compute Region:** us-central1', ['place us-central1']],
    ['## Emissions\n- Geographical_location: Barcelona, Catalonia', ['place Barcelona, Catalonia']],
    ['## Emissions\n- **Compute Region:** [More Information Needed]', []],
    ['a carbon efficiency of 0.432 kgCO$_2$eq/kWh', ['432 g/kWh']],
    ['| Carbon intensity used | 143 gCO₂eq/kWh |', ['143 g/kWh']],
    ['using 0.56 kg/kWh as carbon efficiency', ['560 g/kWh']],
  ])('%s', (text, expected) => expect(run(text)).toEqual(expected));
});

test('all together, as the model card template has it', () => {
  const text = `## Environmental Impact

Carbon emissions can be estimated with a [calculator](https://example.org/impact#compute).

- **Hardware Type:** 2 x RTX 3090
- **Hours used:** ~ 120
- **Cloud Provider:** none
- **Compute Region:** Paris, France
- **Carbon Emitted:** 15 kg

## Citation

A 5 kg model.
`;
  expect(run(text)).toEqual([
    'hardware 2 x RTX 3090',
    '120 h unknown',
    'place Paris, France',
    'emissions 15 kg',
  ]);
});
