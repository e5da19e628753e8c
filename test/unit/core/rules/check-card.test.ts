import { describe, expect, test } from 'vitest';
import { type Card, readCard } from '../../../../src/core/card/card';
import { rules } from '../../../../src/core/rules';
import { checkCard, type CheckOptions } from '../../../../src/core/rules/check-card';
import type { SeveritySetting } from '../../../../src/core/rules/rule';

const found = (text: string, options: CheckOptions = {}): string[] =>
  checkCard(readCard(text), options)
    .findings.filter(({ rule }) => rule !== 'emissions-context')
    .map(({ rule, severity }) => `${rule} ${severity}`);

const KILOGRAMS = [
  '---',
  'co2_eq_emissions:',
  '  emissions: 2.84',
  '---',
  '# Model',
  'Training emitted 2.84 kg CO2eq.',
].join('\n');

describe('one problem, one finding', () => {
  const card = (entry: string, prose = ''): string => `---\n${entry}\n---\n\n${prose}\n`;
  test.each<[problem: string, text: string, findings: string[]]>([
    ['a unit is no bad number too', card('co2_eq_emissions: 0.5 kg'), ['emissions-unit error']],
    ['a comma is no unit', card('co2_eq_emissions: "1,5"'), ['emissions-number error']],
    ['a factor of 1,000 is no other amount', KILOGRAMS, ['emissions-kilograms warning']],
    [
      'a factor of 1,000 is no mismatch with the energy',
      card('co2_eq_emissions: {emissions: 0.5, energy_consumed: 1.2}'),
      ['emissions-kilograms warning'],
    ],
    [
      'another amount in the text explains the energy',
      card('co2_eq_emissions: {emissions: 90000, energy_consumed: 1.2}', 'It emitted 500 g CO2.'),
      ['emissions-text warning'],
    ],
    [
      'a comma in kilograms is one finding',
      card('co2_eq_emissions: "0,52"', 'CO2: 0,52 kg'),
      ['emissions-number error'],
    ],
    [
      'fields at the margin are not missing',
      card('co2_eq_emissions:\nemissions: 5'),
      ['emissions-key warning'],
    ],
    ['a misspelt number is not missing', card('co2_eq_emissions:\n  emision: 5'), ['emissions-key warning']],
    [
      'an empty text is missing, not a bad number',
      card('co2_eq_emissions: ""'),
      ['emissions-missing warning'],
    ],
    [
      'nothing nested is judged as a number',
      card('co2_eq_emissions:\n  emissions: [5]'),
      ['emissions-shape error'],
    ],
    [
      'a negative amount with a unit is negative',
      card('co2_eq_emissions: -5 kg'),
      ['emissions-number error'],
    ],
    [
      'what cannot be parsed has no other findings',
      card('a: b: c\nco2_eq_emissions: 5 kg'),
      ['yaml-syntax error'],
    ],
    ['an unclosed block is not also broken YAML', '---\na: [\n', ['front-matter warning']],
  ])('%s', (_, text, findings) => expect(found(text)).toEqual(findings));
});

describe('cards that are not checked', () => {
  test.each([
    ['a data set', '---\ntask_categories: [x]\nemissions: 5 kg\n---\n'],
    ['a Space', '---\nsdk: gradio\nemissions: 5 kg\n---\n'],
    ['plain Markdown', '# Hello\n\n---\n\nTraining emitted 5 kg CO2.\n'],
    ['nothing', ''],
  ])('%s', (_, text) => expect(found(text)).toEqual([]));
});

describe('severities', () => {
  const severity = (setting: SeveritySetting): CheckOptions => ({
    severities: { rules: { 'emissions-kilograms': setting } },
  });
  test.each<[SeveritySetting, string[]]>([
    ['error', ['emissions-kilograms error']],
    ['hint', ['emissions-kilograms hint']],
    ['off', []],
  ])('a rule is as loud as it is set: %s', (setting, findings) =>
    expect(found(KILOGRAMS, severity(setting))).toEqual(findings),
  );

  test('a finding that is milder than its rule stays so, and gets no louder', () => {
    const bloom = '---\nco2_eq_emissions: 24_700_000\n---\n';
    const as = (setting: SeveritySetting): string[] =>
      found(bloom, { severities: { rules: { 'emissions-number': setting } } });
    expect(as('error')).toEqual(['emissions-number information']);
    expect(as('hint')).toEqual(['emissions-number hint']);
  });

  test.each<[why: string, path: string, findings: string[]]>([
    ['a file that a glob names', 'drafts/a/README.md', []],
    ['another file', 'models/README.md', ['emissions-kilograms error']],
    ['the last match wins', 'drafts/final/README.md', ['emissions-kilograms warning']],
    ['a file by its name alone, in any folder', 'models/OLD.md', ['emissions-kilograms hint']],
    ['a hidden folder', '.cache/drafts/README.md', ['emissions-kilograms error']],
  ])('customizations: %s', (_, path, findings) => {
    const severities: CheckOptions['severities'] = {
      rules: { 'emissions-kilograms': 'error' },
      customizations: [
        { rule: 'emissions-*', files: 'drafts/**', severity: 'off' },
        { rule: 'emissions-kilograms', files: 'drafts/final/**', severity: 'warning' },
        { rule: '!yaml-*', files: 'OLD.md', severity: 'hint' },
        { rule: 'yaml-syntax', severity: 'off' },
      ],
    };
    expect(found(KILOGRAMS, { severities, path })).toEqual(findings);
  });
});

describe('work that is not needed is not done', () => {
  const isProseRead = (card: Card): boolean =>
    'value' in (Object.getOwnPropertyDescriptor(card, 'statements') ?? {});
  const off = (...ids: string[]): CheckOptions => ({
    severities: { rules: Object.fromEntries(ids.map((id) => [id, 'off'])) },
  });

  test('a rule that is off is not run', () => {
    const card = readCard(KILOGRAMS);
    checkCard(
      card,
      off('emissions-kilograms', 'emissions-text', 'emissions-energy', 'emissions-unit', 'emissions-number'),
    );
    expect(isProseRead(card)).toBe(false);
  });

  test.each(['emissions-kilograms', 'emissions-text', 'emissions-energy'])(
    'the prose is read for %s',
    (id) => {
      const card = readCard(KILOGRAMS);
      checkCard(card, off(...rules.map((rule) => rule.id).filter((other) => other !== id)));
      expect(isProseRead(card)).toBe(true);
    },
  );

  test.each([
    ['no emissions', '---\nlicense: mit\n---\n# Model\n5 kg CO2'],
    ['no number', '---\nco2_eq_emissions: soon\n---\n# Model\n5 kg CO2'],
    ['zero', '---\nco2_eq_emissions: 0\n---\n# Model\n5 kg CO2'],
  ])('the prose is not read for a card with %s', (_, text) => {
    const card = readCard(text);
    checkCard(card);
    expect(isProseRead(card)).toBe(false);
  });

  test('the judgement is there for who asks, even when its rules are off', () => {
    const all = off(...rules.map(({ id }) => id));
    expect(checkCard(readCard(KILOGRAMS), all).judgement?.unit).toBe('kg');
  });
});

test('findings stand in the order of the text', () => {
  const text = '---\nlicense: Apache 2.0\nco2_eq_emissions:\n  training_type: x\n  emissions: 5 kg\n---\n';
  const starts = checkCard(readCard(text)).findings.map(({ range }) => range.start);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(starts.length).toBeGreaterThan(3);
});
