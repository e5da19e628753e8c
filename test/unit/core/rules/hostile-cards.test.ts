import { describe, expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import { declareEmissions } from '../../../../src/core/card/declare-emissions';
import { applyEdits } from '../../../../src/core/card/text-range';
import { checkCard } from '../../../../src/core/rules/check-card';

const findingsOf = (yaml: string) =>
  checkCard(readCard(`---\n${yaml}\n---\n`), { severities: { rules: { 'emissions-absent': 'warning' } } })
    .findings;

describe('what a message quotes is short and plain', () => {
  const long = 'word '.repeat(20_000);
  test.each([
    ['a value of any length', `co2_eq_emissions: ${long}`],
    ['a number of any length', `co2_eq_emissions: ${'1_'.repeat(400)}1`],
    ['a unit behind text of any length', `co2_eq_emissions: 5 kg ${long}`],
    ['a training type of any length', `co2_eq_emissions:\n  emissions: 5\n  training_type: ${long}`],
    ['a value over several lines', 'co2_eq_emissions: |\n  some\n  grams'],
    ['a licence with a line break', 'license: |\n  mit\n'],
    ['escaped commands to a terminal', 'license: "\\e[31mmit\\a"'],
    ['text that runs backwards', 'co2_eq_emissions: "\u202Eg 5"'],
    ['a key of any length around the entry', `? "${long}"\n: {co2_eq_emissions: 5}`],
    ['an alias of any length', `co2_eq_emissions: *${'a'.repeat(5000)}`],
  ])('%s', (_what, yaml) => {
    const findings = findingsOf(yaml);
    expect(findings.length).toBeGreaterThan(0);
    for (const { message } of findings) {
      expect(message.length).toBeLessThan(500);
      expect(message).not.toMatch(/[\p{Cc}\u202E]/u);
    }
  });
});

/** An entry that lacks nothing but the training type. */
const REST =
  'co2_eq_emissions:\n  emissions: 500\n  source: CodeCarbon\n  geographical_location: Bergen\n  hardware_used: T4\n';

describe('no fix is offered where it would change something else', () => {
  test.each([
    [
      'keys in a mapping that is merged elsewhere',
      'co2_eq_emissions: &co2\n  emissions: 500\nother: {<<: *co2}',
    ],
    ['a misspelt key in one', 'co2_eq_emissions: &co2\n  emission: 500\nother: *co2'],
    ['an amount in one', 'co2_eq_emissions: &co2\n  emissions: 5 kg\nother: {<<: *co2}'],
    ['a list that is repeated', 'co2_eq_emissions: &co2\n- emissions: 5\nother: *co2'],
    ['a training type that is repeated', `${REST}  training_type: &t finetuned\nother: *t`],
    ['a licence that is repeated', `${REST}  training_type: fine-tuning\nlicense: &l apach-2.0\nother: *l`],
    ['a value over several lines', 'co2_eq_emissions: !!str 626\n  - sentence-level'],
    [
      'a mapping in the line of its key',
      'co2_eq_emissions:\n  emissions: 500\n  source: &a measured: CodeCarbon',
    ],
    ['a name that a tag makes a number', `${REST}  training_type: fine-tuning\nlibrary_name: !!float 5`],
    ['a list with an item that is no key', 'co2_eq_emissions:\n- emissions: 5\n- CodeCarbon'],
  ])('%s', (_what, yaml) => {
    const findings = findingsOf(yaml);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.flatMap(({ fixes = [] }) => fixes.map(({ title }) => title))).toEqual([]);
  });
});

test('keys are added where the others stand, be they all indented', () => {
  const titles = (yaml: string) =>
    findingsOf(yaml).flatMap(({ fixes = [] }) =>
      fixes.flatMap(({ edits }) => edits.map((edit) => edit.newText)),
    );
  expect(titles('    license: mit')).toEqual(['\n    co2_eq_emissions:\n      emissions:']);
  expect(titles('  co2_eq_emissions: 500')).toContain('\n    emissions: ');
});

/** An alias of an alias of an alias: nine to the power of 31 when written out. */
const LAUGHS = Array.from({ length: 32 }, (_, level) => {
  const item = level === 0 ? 'x' : `*l${level - 1}`;
  return `l${level}: &l${level} [${Array.from({ length: 9 }, () => item).join(', ')}]`;
}).join('\n');

describe('what stands for more than memory holds, or for itself, is read and checked', () => {
  test.each([
    ['laughs in place of fields', `${LAUGHS}\nco2_eq_emissions:\nemissions: 5\nsource: *l31`],
    ['laughs in place of text', `${LAUGHS}\nlicense: *l31\nlanguage: *l31\ntags: *l31\npipeline_tag: *l31`],
    ['a mapping that holds itself', 'loop: &loop {again: *loop}\nlicense: *loop\nco2_eq_emissions: 5 kg'],
    ['a list that holds itself', 'loop: &loop [*loop]\nco2_eq_emissions:\nemissions: 5\nsource: *loop'],
  ])('%s', (_what, yaml) => {
    expect(findingsOf(yaml).length).toBeGreaterThan(0);
    expect(
      declareEmissions(readCard(`---\n${yaml}\n---\n`), { emissions: { number: '5000' } }),
    ).toBeDefined();
  });
});

test('a byte order mark between dashes makes no fence of them', () => {
  const card = readCard('--\uFEFF-\nco2_eq_emissions: 5\n---\n');
  expect(checkCard(card).findings).toEqual([]);
});

test('a fence behind a tab, which other readers of YAML take for a key, is one as for the Hub', () => {
  const card = readCard('---\n\t---\nco2_eq_emissions:\n  emissions: 5\n---\n');
  const fixes = checkCard(card).findings.flatMap(({ fixes = [] }) => fixes);
  expect(fixes.map(({ title }) => title)).toEqual([
    'Add source, training_type, geographical_location, hardware_used',
  ]);
  const mended = readCard(applyEdits(card.text, fixes[0]?.edits ?? []));
  expect(mended.metadata?.values).toEqual({
    co2_eq_emissions: {
      emissions: 5,
      source: null,
      training_type: null,
      geographical_location: null,
      hardware_used: null,
    },
  });
});
