import { describe, expect, test } from 'vitest';
import { findStatements } from '../../../../../src/core/card/statements/find-statements';
import { printDecimal } from '../../../../../src/core/quantity/decimal';

/** The emissions of a text, a line each: amount, unit, scope. */
function emissions(text: string): string[] {
  return findStatements(text, 0).flatMap((statement) => {
    if (statement.kind !== 'emissions') return [];
    const { amount, upper, unit, bound } = statement.quantity;
    const number = `${printDecimal(amount)}${upper ? `..${printDecimal(upper)}` : ''}`;
    return [`${bound === 'upper' ? '<' : ''}${number} ${unit ?? '?'} ${statement.scope}`];
  });
}

describe('lists and labelled lines', () => {
  test.each([
    ['- **Carbon Emitted:** 1.2 kg', ['1.2 kg unknown']],
    ['- **Carbon Emitted**: 0.07 kg of CO2', ['0.07 kg unknown']],
    ['- **Carbon Emitted:** 8.88', ['8.88 ? unknown']],
    ['- **Carbon Emitted (power x time x carbon produced on the grid):** 250 kg CO2 eq.', ['250 kg unknown']],
    ['**Carbon emitted** *(power x time x grid)*: 149.2 kg eq. CO2', ['149.2 kg unknown']],
    ['- CO2 Emissions (in grams): 25.4476', ['25.4476 g unknown']],
    ['- Emissions as CO2-equivalents (in kg): 0.1161', ['0.1161 kg unknown']],
    ['Carbon Emitted (kg CO2): 0.4', ['0.4 kg unknown']],
    ['Carbon Emitted (kg CO2) 0.4', ['0.4 kg unknown']],
    ['- Carbon emission 0.319355 Kg', ['0.319355 kg unknown']],
    ['- CO2 emissions – 12.5 g', ['12.5 g unknown']],
    ['CO2eq (g) – 12.5', ['12.5 g unknown']],
    ['co2_kg: 1.25', ['1.25 kg unknown']],
    ['emissions_kg = 0.3', ['0.3 kg unknown']],
    ['KgCO2eq: 4.5', ['4.5 kg unknown']],
    ['* **Estimated CO2 emissions:** `0.0019 kg CO2eq`', ['0.0019 kg unknown']],
    ['1. CO2 emitted: 3 kg', ['3 kg unknown']],
    ['> **Carbon emitted**: 1.4 kg CO₂eq', ['1.4 kg unknown']],
    ['- Carbon Emitted:\n  ~ 50 kg', ['50 kg unknown']],
    ['**Total CO₂ emissions: 3.45 kg**', ['3.45 kg total']],
    [
      'Co2_eq_emissions:\n- Emissions: 43,24 kg Co2\n    - Loading dataset: 4,3e-4 kg Co2\n    - Training: 42,17 kg Co2',
      ['43.24 kg unknown', '0.00043 kg part', '42.17 kg training'],
    ],
    ['Carbon Emitted:\n- Pretraining: 100 t\n- Evaluation: 1 t', ['100 t training', '1 t part']],
    [
      '## Environmental Impact\n\n- Training: 42.17 kg\n- Evaluation: 1.07 kg',
      ['42.17 kg training', '1.07 kg part'],
    ],
    ['## co2_eq_emissions\n- emissions: 0.16 grams of CO2)\n- source: mlco2.github.io', ['0.16 g unknown']],
    ['CO2: 12.3 kg | Energy: 30 kWh | Time: 5 h', ['12.3 kg unknown']],
  ])('%s', (text, expected) => expect(emissions(text)).toEqual(expected));
});

describe('sentences', () => {
  test.each([
    ['We estimated the total emissions at 580.61 kgCO2eq, using a calculator.', ['580.61 kg total']],
    ['Estimated total emissions were 539 tCO2eq, 100% of which were offset.', ['539 t total']],
    ['Our training emitted an estimated 12.4 kilograms of CO2.', ['12.4 kg training']],
    ['The carbon footprint of this model is about 3.2 kg CO2-eq.', ['3.2 kg unknown']],
    ['The carbon emitted is 1,234.5 kg', ['1234.5 kg unknown']],
    ['Estimated between 10 and 12 kg CO2eq.', ['10..12 kg unknown']],
    ['The impact is negligible (< 0.1 kg CO2)', ['<0.1 kg unknown']],
    ['Total emissions\nwere estimated at 580.61\nkg of CO2.', ['580.61 kg total']],
    ['It produced about 26 grams (0.026 kg) of CO2', ['26 g unknown', '0.026 kg unknown']],
    ['We get 0.24 g CO₂eq (0.00024 kg CO₂eq).', ['0.24 g unknown', '0.00024 kg unknown']],
    [
      'A rough 300 gCO<sub>2</sub>eq per fine-tuning run, 11 runs made 3300 gCO<sub>2</sub>eq.',
      ['300 g per-run', '3300 g unknown'],
    ],
    ['1.5kgCO2eq for pretraining and 0.2kgCO2eq for evaluation', ['1.5 kg training', '0.2 kg part']],
    ['Training consumed 42 kWh and produced 18 kg of CO2.', ['18 kg training']],
    [
      'Each query emits 0.62 mg CO2eq, while training emitted 2.63 kg.',
      ['0.62 mg inference', '2.63 kg training'],
    ],
    [
      'We measured 0.62 mg CO2 per inference and 2.63 kg CO2 for training',
      ['0.62 mg inference', '2.63 kg training'],
    ],
    ['0.3 g CO2e per 1000 tokens', ['0.3 g inference']],
    ['1.2 kg CO₂ per epoch', ['1.2 kg per-run']],
    [
      'Total CO2: 0.02 kg; training 0.015 kg; eval 0.005 kg',
      ['0.02 kg total', '0.015 kg training', '0.005 kg part'],
    ],
    ['400W x 10h x 0.4 kg eq. CO2/kWh = 1.6 kg CO2', ['1.6 kg unknown']],
    ['Émissions : 1,2 kg éq. CO2', ['1.2 kg unknown']],
    ['Emisiones de carbono: 12 gramos de CO2', ['12 g unknown']],
    ['CO2-Emissionen: 3,4 kg', ['3.4 kg unknown']],
    ['Pro Epoche 120 g CO₂.', ['120 g per-run']],
    ['120 g de CO2 par époque', ['120 g per-run']],
    ['0,3 g de CO2 por consulta', ['0.3 g inference']],
    ['Per ogni richiesta 0,3 g di CO2', ['0.3 g inference']],
    ['12 kg de CO2 émis par l’entraînement du modèle', ['12 kg unknown']],
    ['Per CodeCarbon, the training emitted 12 kg of CO2', ['12 kg training']],
  ])('%s', (text, expected) => expect(emissions(text)).toEqual(expected));
});

describe('tables', () => {
  test.each([
    ['a row without a head', '| CO2 Training | 4.858 g CO2eq |', ['4.858 g training']],
    [
      'a measure a row',
      '| Metric | Value |\n|---|---|\n| CO2 emissions | 0.123 kg |\n| Loss | 1.5 |',
      ['0.123 kg unknown'],
    ],
    [
      'the unit in the head, a row an epoch',
      '| Epoch | CO2 (kg) | Loss |\n|---|---|---|\n| 1 | 0.5 | 2 |\n| 2 | 0.6 | 1 |\n| Total | 1.1 | |',
      ['0.5 kg part', '0.6 kg part', '1.1 kg total'],
    ],
    [
      'a row a model',
      '| | Hours | Carbon Emitted(tCO2eq) |\n|:--|--:|--:|\n| small | 184320 | 31.22 |\n| Total | 3311616 | 539.00 |',
      ['31.22 t part', '539 t total'],
    ],
    [
      'a measure a column, over one row',
      '| CO2 (kg) | F1 |\n|---|---|\n| 2.37 | 88.1 |',
      ['2.37 kg unknown'],
    ],
    ['units in the cells', '| Emissions | Energy |\n|---|---|\n| 2.37 kg | 6.1 kWh |', ['2.37 kg unknown']],
    [
      'the phase behind its measures',
      '| CO2 (kg) | Phase |\n|---|---|\n| 2.37 | Training |\n| 0.37 | Evaluation |',
      ['2.37 kg training', '0.37 kg part'],
    ],
    [
      'a first row that is itself a pair',
      '| CO2 emissions (g) | 12 |\n|---|---|\n| Energy (kWh) | 4 |',
      ['12 g unknown'],
    ],
    [
      'a first row that is itself a pair of words',
      '| Training Hardware | Apple M4 |\n|---|---|\n| Total Steps | 4000 |\n| CO2 | 12 g |',
      ['12 g part'],
    ],
    ['a number that names its row', '| Epoch | CO2 (kg) |\n|---|---|\n| 1 | 0.5 |', ['0.5 kg part']],
    [
      'no pipes around it',
      'Stage | kg CO2eq\n--- | ---\nPretraining | 50\nSFT | 2.5',
      ['50 kg training', '2.5 kg training'],
    ],
    [
      'under its title',
      '**CO₂ emissions**\n\n| Stage | kg |\n|---|---|\n| Pretraining | 50 |\n| Testing | 2 |',
      ['50 kg training', '2 kg part'],
    ],
  ])('%s', (_name, text, expected) => expect(emissions(text)).toEqual(expected));
});

describe('no emissions of this model', () => {
  test.each([
    'The grid has 430 gCO2eq/kWh.',
    '174 g CO₂eq / kWh',
    '300 g CO2 per kWh',
    '0.432 kgCO$_2$eq/kWh',
    '0.4 kg CO2eq kWh⁻¹',
    '| Carbon intensity used | 143 gCO₂eq/kWh (Danish grid) |',
    '| Carbon intensity used | 143 gCO₂eq |',
    '0.0004 kgCO2eq/s',
    '12 g CO2 pro Stunde',
    '12 g de CO2 par heure',
    "12 g di CO2 all'ora",
    'Annual CO2 emissions: 12 kg',
    'an estimation of 13.4 kg.CO2eq/year',
    'predicts vehicle CO2 emissions of 120 g/km',
    'This is equivalent to 12 km by car.',
    'Driving 12 km by car emits 1.5 kg CO2.',
    'An average household emits 5 t CO2.',
    'This saved 300 kg of CO2.',
    'This is 200 g CO2 less than before.',
    'CO2 extinguishers of 3 kg are class 7.',
    'It classifies trucks of 40 t by CO2 class.',
    'The robot arm lifts 12 kg. CO2 was not measured.',
    'We offset 12 tCO2eq.',
    'Carbon offset: 12 kg CO2',
    'RMSE of 5.4 kg CO2',
    'CO2 emissions were not measured.',
    '- **Carbon Emitted:** More information needed.',
    '**Estimated carbon emissions:**  *(Forthcoming.)*',
    '<!-- Total emissions (in grams of CO2eq): 5 kg CO2 -->',
    'The ATCO2 corpus has 5 g of data. ATCO2: 12.3',
    'carbon tetrachloride, 5 g',
    'a carbon fibre part of 2 kg',
    'Trained on V100 16GB.',
    'CO2 emissions: 2 epochs',
    '```yaml\nco2_eq_emissions:\n  emissions: 1.2 # kg CO2\n```',
    '```python\ntracker.stop()  # 0.5 kg CO2\n```',
  ])('%s', (text) => expect(emissions(text)).toEqual([]));
});

describe('whose emissions they are', () => {
  function isAttributed(text: string): boolean {
    const statement = findStatements(`# Moth-7B\n\n${text}`, 0).find((one) => one.kind === 'emissions');
    if (statement === undefined) throw new Error('No emissions.');
    return statement.isAttributed;
  }

  test.each([
    '- **Carbon Emitted:** 1.2 kg',
    'Our training emitted 12.4 kilograms of CO2.',
    'The carbon footprint of this model is about 3.2 kg CO2-eq.',
    'Total emissions were 580 kg of CO2.',
    'Emissions were estimated at 2 kg CO2eq.',
    'It produced 26 g of CO2.',
    'Training Moth-7B on a single A100 emitted 5 kg CO2eq.',
    'With the calculator of Lacoste et al. (2019) we estimate 3 kg CO2eq.',
    '| Metric | Value |\n|---|---|\n| CO2 emissions | 0.123 kg |',
    '## Environmental impact\n\n- Estimate: 3 kg CO2eq',
  ])('%s', (text) => expect(isAttributed(text)).toBe(true));

  test.each([
    ['another model', 'For comparison, GPT-3 emitted 552 tonnes of CO2.'],
    ['another model', 'Training GPT-3 emitted 552 tonnes of CO2.'],
    ['another model', 'BERT-base emitted 652 kg CO2 in pre-training.'],
    ['another model', '## Environmental impact\n\n- BLOOM: 24.7 tonnes CO2eq'],
    ['another model', 'Our teacher model emitted 3.4 kg CO2eq during its training.'],
    ['another model', 'Training the original model emitted 3.4 kg CO2eq.'],
    ['other authors', 'Strubell et al. estimate 284 tonnes of CO2 for a search of architectures.'],
    ['other authors', 'Our baseline emitted 652 kg CO2 (Strubell et al., 2019).'],
    ['daily life', 'A cup of coffee emits 21 g CO2, so this is a tenth of a cup.'],
    ['daily life', 'One search emits 0.2 g CO2.'],
    ['daily life', 'The train ride to the conference emitted 3 kg CO2.'],
    ['hardware', 'Embodied emissions of the server: 1.3 t CO2eq.'],
    ['a plan', 'Our budget for the project is 100 kg CO2.'],
    ['a project', 'The whole study emitted 6 kg CO2eq.'],
    ['nobody', 'A kilo of lentils comes with 0.9 kg of CO2.'],
  ])('not those of this model, but of %s: %s', (_, text) => expect(isAttributed(text)).toBe(false));

  test.each([
    'Answering one question emits 0.3 g CO2eq.',
    'Generating a million tokens emits 12 kg CO2eq.',
    'Running the service for a year emits 12 kg CO2eq.',
  ])('the use of the model: %s', (text) =>
    expect(findStatements(text, 0)).toMatchObject([{ scope: 'inference' }]),
  );
});

describe('how sure', () => {
  function certainty(text: string): number {
    const statement = findStatements(text, 0).find(({ kind }) => kind === 'emissions');
    if (statement === undefined) throw new Error('No emissions.');
    return statement.certainty;
  }

  test.each([
    [
      'CO₂ in the unit over only in the heading',
      '- Training: 5 kg CO2eq',
      '## Environmental Impact\n- Training: 5 kg',
    ],
    ['a unit over none', '- CO2 emissions: 5 kg', '- CO2 emissions: 5'],
    ['prose over pasted output', 'Carbon emitted: 1.2 kg', '```\nCarbon emitted: 1.2 kg\n```'],
    ['a plain amount over a comparison', 'We emitted 552 t CO2', 'Ours compared to 552 t CO2'],
    [
      'a plain amount over an imagined one',
      'It emitted 5 kg CO2',
      'In Poland it would have emitted 5 kg CO2',
    ],
  ])('%s', (_name, more, less) => expect(certainty(more)).toBeGreaterThan(certainty(less)));
});

describe('what is quoted', () => {
  test.each([
    ['- **Emissions:** 1.71 KgCO2 (Singapore)', '1.71 KgCO2', '1.71 KgCO2'],
    [
      '- **CO2 Emissions (in grams):** 25.4',
      'CO2 Emissions (in grams): 25.4',
      'CO2 Emissions (in grams):** 25.4',
    ],
    ['- It was **0.5** kg CO$_2$eq.', '0.5 kg CO$_2$eq', '0.5** kg CO$_2$eq'],
  ])('%s', (text, quote, underlined) => {
    const [statement] = findStatements(text, 0);
    expect(statement?.quote).toBe(quote);
    expect(text.slice(statement?.range.start, statement?.range.end)).toBe(underlined);
  });
});

test('one decimal comma settles how the author writes numbers', () => {
  expect(emissions('- CO2: 4,475 kg')).toEqual(['4475 kg unknown']);
  expect(emissions('- CO2: 4,475 kg\n- Energy: 11,5 kWh')).toEqual(['4.475 kg unknown']);
  expect(emissions('- CO2: 4,475 kg\n- GPU hours: 1,720,320')).toEqual(['4475 kg unknown']);
});

test('a card pasted with its chat wrapping is read behind its front matter', () => {
  const card =
    'Here is your card:\n\n```markdown\n---\nco2_eq_emissions:\n  emissions: 4.858 g CO2eq\n---\n\n| CO2 Training | 4.9 g CO2eq |\n```\n';
  expect(emissions(card)).toEqual(['4.9 g training']);
});

test('the front matter is not prose', () => {
  const card = '---\nco2_eq_emissions: 5 kg CO2\n---\nCO2: 6 kg\n';
  expect(findStatements(card, card.indexOf('CO2: 6')).map(({ quote }) => quote)).toEqual(['6 kg']);
});

test('a hash without a blank is no heading', () => {
  expect(emissions('#co2 is a tag, CO2: 5 kg')).toEqual(['5 kg unknown']);
});

test('a title names the model and opens no part on its impact', () => {
  const body = '\n\n- Training: 5 kg\n';
  expect(emissions(`# Environmental impact of steel${body}`)).toEqual([]);
  expect(emissions(`# My model\n\n# Environmental impact${body}`)).toEqual(['5 kg training']);
});
