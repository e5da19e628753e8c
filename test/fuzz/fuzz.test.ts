import { describe, expect, test } from 'vitest';
import { readCard } from '../../src/core/card/card';
import { paperModel } from '../../src/core/glm/paper-model';
import { emissionsHover } from '../../src/core/hover/emissions-hover';
import { predictCard } from '../../src/core/prediction/predict-card';
import { checkCard } from '../../src/core/rules/check-card';
import { keepsPromises } from './card-promises';
import { runCase } from './run-case';
import { targets } from './targets';

/** The first cases of the long run: `npm run fuzz -- --runs 1000000`. */
const SEED = 1;
const CASES = 3;

describe('damaged input is read or refused, quickly and in plain words', () => {
  test.each(Object.entries(targets))('%s', async (name, target) => {
    const failures: string[] = [];
    for (let index = 0; index < target.share * CASES; index += 1) {
      const { failure } = await runCase(target, SEED, index);
      // Processor time is a matter for the long run: tests share their machine.
      if (failure !== undefined && !failure.startsWith('slower')) failures.push(`case ${index}: ${failure}`);
    }
    expect(failures, `npm run fuzz -- --target ${name} --seed ${SEED} --case …`).toEqual([]);
  });
});

/** The kinds of card that took longest in long runs, larger than they were found. */
const SLOW: Readonly<Record<string, string>> = {
  'a thousand results': card(
    `model-index:\n- name: m\n  results:\n${'  - task: {type: text-clasification}\n    dataset: {type: a b, name: c}\n    metrics: [{type: f1, value: 1}]\n'.repeat(1000)}`,
  ),
  'amounts without end in one line': card('co2_eq_emissions: 5', '1.5 kg CO2 '.repeat(3000)),
  'sentences without end in a heading': card(
    'co2_eq_emissions: 5',
    `## co2_eq_emissions - ${'emissions: 0.16 grams of CO2'.repeat(2000)}`,
  ),
  'numbers without end in one line': card('co2_eq_emissions: 5', '1 '.repeat(50_000)),
  'digits without end': card(`co2_eq_emissions: ${'9'.repeat(50_000)}`, '9'.repeat(50_000)),
  'a table as wide as the text': card('co2_eq_emissions: 5', `${'| CO2 5 kg '.repeat(5000)}|`),
  'marks without end': card('co2_eq_emissions: 5', `${'*'.repeat(50_000)} 5 kg CO2 ${'_'.repeat(50_000)}`),
  'brackets and quotes without end': card('co2_eq_emissions: 5', `CO2 ${'[(<`'.repeat(20_000)} 5 kg`),
  'comments that never end': card('co2_eq_emissions: 5', '<!-- 5 kg CO2 '.repeat(10_000)),
  'blanks without end behind a key': card(`co2_eq_emissions:${' '.repeat(200_000)}5 kg`),
  'amounts without end in brackets': card(
    'co2_eq_emissions: 5',
    `- CO₂: ${'{a: {a: {a: {a: 0,52 kg}}}}'.repeat(3000)}`,
  ),
  'keys without end': card(Array.from({ length: 10_000 }, (_, at) => `key${at}: ${at}`).join('\n')),
  'comments that silence without end': card(`co2_eq_emissions: 0.5 kg\n${'# co2-ignore: a,'.repeat(10_000)}`),
};

function card(yaml: string, prose = ''): string {
  return `---\n${yaml}\n---\n\n# Moths\n\n## Environmental impact\n\n${prose}\n`;
}

describe('what long runs have found stays mended', () => {
  test.each([
    [
      'the text, the energy and the declared amount are each at odds with another',
      '---\nco2_eq_emissions:\n  emissions: 0.08\n  source: CodeCarbon\n---\n\n- **Emissions:** 0.08 KgCO2 (Singapore)\n- **Total Energy Consumption:** 0.16e3 kWh\n',
    ],
    [
      'an amount that no unit explains, which each fix would make another unit of',
      '---\nco2_eq_emissions:\n  emissions: 5e-324\n---\n\n- **Energy**: 139.7452 kWh\n- **CO₂ Emissions**: 90.834 kg CO₂eq\n',
    ],
    [
      'a field whose end the two readers of YAML see at different places',
      '---\nemissions: 37.2\ntraining_type: &b fine-tuning: {a: b}\n\ntags: [moths]\n---\n',
    ],
    [
      'a label that orders terminals about',
      '---\nco2_eq_emissions:\n  emissions: 0.3\n---\n\n- CO2 Emissi\u009bns (in grams): 0.0028\n',
    ],
    [
      'a number with more digits than a message',
      `---\nco2_eq_emissions: 0.${'6969569001'.repeat(100)}\n---\n\n- CO2 Emissions (in kg): 5 kg\n`,
    ],
    ['a last text that keeps its blank lines', '---\nnotes: |+\n \n\n---\n\n# Lichen\n'],
  ])('%s', (_what, text) => {
    expect(() => keepsPromises(text)).not.toThrow();
  });
});

describe('cards that took longest', () => {
  test.each(Object.entries(SLOW))('%s: within a second of processor time', (_name, text) => {
    const start = process.cpuUsage();
    const read = readCard(text);
    const { judgement } = checkCard(read);
    emissionsHover(read, judgement, predictCard(paperModel, { card: read }).prediction);
    const { system, user } = process.cpuUsage(start);
    expect((system + user) / 1000).toBeLessThan(1000);
  });

  test.each(Object.entries(SLOW).slice(1, 6))('%s: fixes hold', (_name, text) => {
    expect(() => keepsPromises(text)).not.toThrow();
  });
});
