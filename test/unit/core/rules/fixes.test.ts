import { describe, expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import { checkCard, type ReportedFinding } from '../../../../src/core/rules/check-card';

/** What golden cards cannot show: that there is no fix, or that it is not safe. */
const card = (...lines: string[]): string => ['---', ...lines, '---', ''].join('\n');
const findingsOf = (rule: string, text: string): ReportedFinding[] =>
  checkCard(readCard(text), { severities: { rules: { 'emissions-absent': 'hint' } } }).findings.filter(
    (finding) => finding.rule === rule,
  );

describe('a finding has no fix', () => {
  test.each<[why: string, rule: string, text: string, findings: number]>([
    [
      'two keys cannot both become the entry',
      'emissions-key',
      card('co2_emissions: 5', 'carbon_footprint: 6'),
      2,
    ],
    [
      'a list repeats its keys',
      'emissions-shape',
      card('co2_eq_emissions:', '- emissions: 5', '- emissions: 6'),
      1,
    ],
    [
      'a list holds several fields on a line',
      'emissions-shape',
      card('co2_eq_emissions:', '- {emissions: 5, source: x}'),
      1,
    ],
    ['a list holds several numbers', 'emissions-shape', card('co2_eq_emissions:', '- 5', '- 6'), 1],
    ['a list holds words', 'emissions-shape', card('co2_eq_emissions:', '  emissions:', '  - soon'), 1],
    ['a comment stands in a list', 'emissions-shape', card('co2_eq_emissions: # grams', '- 5'), 1],
    ['an alias repeats a list', 'emissions-shape', card('co2_eq_emissions: &a', '- 5', 'x: *a'), 1],
    [
      'an alias repeats what is nested',
      'emissions-shape',
      card('x: &a {emissions: [5]}', 'co2_eq_emissions: *a'),
      1,
    ],
    [
      'a comment stands between a value and its unit',
      'emissions-shape',
      card('co2_eq_emissions:', '  emissions:', '    value: 5 # measured', '    unit: kg'),
      1,
    ],
    [
      'a unit is none of mass',
      'emissions-shape',
      card('co2_eq_emissions:', '  emissions: {value: 5, unit: kWh}'),
      1,
    ],
    [
      'a number means two things',
      'emissions-shape',
      card('co2_eq_emissions:', '  emissions: {value: "4,475", unit: kg}'),
      1,
    ],
    ['an alias stands for the amount', 'emissions-unit', card('x: &a 5 kg', 'co2_eq_emissions: *a'), 1],
    ['an alias stands for the text', 'emissions-number', card('x: &a "5"', 'co2_eq_emissions: *a'), 1],
    [
      'a question mark stands before the key',
      'emissions-context',
      card('? co2_eq_emissions', ': emissions: 2370'),
      1,
    ],
    ['an alias repeats the amount', 'emissions-unit', card('co2_eq_emissions: &a 5 kg', 'other: *a'), 1],
    ...['$5', '5$', '$ 5', 'US$5', '€5', '5 €', '£5', '¥5', '$5 of CO$_2$'].map(
      (price): [string, string, string, number] => [
        `${price} is a price`,
        'emissions-number',
        card(`co2_eq_emissions: ${price}`),
        1,
      ],
    ),
    ['words are no number', 'emissions-number', card('co2_eq_emissions: soon'), 1],
    ['a range has two ends', 'emissions-unit', card('co2_eq_emissions: 1-2 kg'), 1],
    ['a bound is no amount', 'emissions-number', card('co2_eq_emissions: "<5"'), 1],
    [
      'another kind of training is no spelling',
      'training-type',
      card('co2_eq_emissions:', '  emissions: 5', '  training_type: pre-training and fine-tuning'),
      1,
    ],
    [
      'a flow mapping has no lines to add to',
      'emissions-context',
      card('co2_eq_emissions: {emissions: 5}'),
      1,
    ],
    ['a card in flow style has no lines to add to', 'emissions-absent', '---\n{license: mit}\n---\n', 1],
    ['a comment stands before the number', 'emissions-context', card('co2_eq_emissions: # grams', '  5'), 1],
    [
      'wrapped text would break when indented',
      'emissions-key',
      card('co2_eq_emissions:', '- emissions: 5', 'source: x'),
      1,
    ],
  ])('%s', (_, rule, text, findings) => {
    const found = findingsOf(rule, text);
    expect(found).toHaveLength(findings);
    expect(found.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });
});

describe('a fix is safe', () => {
  test.each<[rule: string, text: string, safe: boolean[]]>([
    ['front-matter', '---\nlicense: mit\n ---\n', [true]],
    ['front-matter', '---\n ---\n', [false]],
    ['front-matter', '--- \nlicense: mit\n---\n', [true]],
    ['front-matter', '---\nlicense: mit\n', [false]],
    ['front-matter', 'Hello\n\n---\nlicense: mit\n---\n', [false]],
    ['emissions-unit', card('co2_eq_emissions: 5 kg'), [true]],
    ['emissions-unit', card('co2_eq_emissions: 5 kg (three runs)'), [false]],
    ['emissions-unit', card('co2_eq_emissions: 5 ± 1 kg'), [false]],
    ['emissions-unit', card('co2_eq_emissions: 4,475 kg'), [false, false]],
    ['emissions-number', card('co2_eq_emissions: "5"'), [true]],
    ['emissions-number', card('co2_eq_emissions: "4,475"'), [false, false]],
    ['emissions-key', card('co2_eq_emission: 5'), [true]],
    ['emissions-key', card('carbon_footprint: 5'), [false]],
    ['training-type', card('co2_eq_emissions:', '  emissions: 5', '  training_type: finetune'), [true]],
    [
      'training-type',
      card('co2_eq_emissions:', '  emissions: 5', '  training_type: second-stage pre-training'),
      [false],
    ],
    ['emissions-kilograms', card('co2_eq_emissions: {emissions: 0.5, energy_consumed: 1.2}'), [false]],
    ['emissions-context', card('co2_eq_emissions: 5'), [false]],
    ['emissions-absent', card('license: mit'), [false]],
  ])('%s: %j', (rule, text, safe) => {
    const fixes = findingsOf(rule, text).flatMap(({ fixes = [] }) => fixes);
    expect(fixes.map((fix) => fix.safe)).toEqual(safe);
  });
});

describe('no finding', () => {
  test.each<[why: string, rule: string, text: string]>([
    [
      'for a second word for a field',
      'emissions-key',
      card('co2_eq_emissions:', '  emissions: 5', '  geographical_location: x', '  location: y'),
    ],
    [
      'for an entry whose number is merged in',
      'emissions-missing',
      card('a: &a {emissions: 5}', 'co2_eq_emissions:', '  <<: *a'),
    ],
    [
      'for emissions of something else at the top',
      'emissions-key',
      card('emissions: [diesel, petrol]', 'license: mit'),
    ],
    ['for a missing entry under another name', 'emissions-absent', card('carbon_footprint: 5')],
    ['for a missing entry at the margin', 'emissions-absent', card('emissions: 5')],
    [
      'for an empty training type',
      'training-type',
      card('co2_eq_emissions:', '  emissions: 5', '  training_type:'),
    ],
  ])('%s', (_, rule, text) => expect(findingsOf(rule, text)).toEqual([]));

  test('for the second of two words for one field', () => {
    const text = card('co2_eq_emissions:', '  emissions: 5', '  location: x', '  geo_location: y');
    expect(findingsOf('emissions-key', text)).toHaveLength(1);
  });
});
