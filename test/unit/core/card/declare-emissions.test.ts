import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import {
  type Declaration,
  declarationAsYaml,
  declareEmissions,
} from '../../../../src/core/card/declare-emissions';
import { applyEdits } from '../../../../src/core/card/text-range';

const ESTIMATE: Declaration = { emissions: { number: '5.02' }, source: 'an estimate' };

function declaredIn(text: string, declaration = ESTIMATE): string {
  const result = declareEmissions(readCard(text), declaration);
  if ('refusal' in result) throw new Error(result.refusal);
  return applyEdits(text, result.edits);
}

function refusalFor(text: string): string {
  const result = declareEmissions(readCard(text), ESTIMATE);
  return 'refusal' in result ? result.refusal : '';
}

describe('declared emissions', () => {
  test.each([
    [
      'no block yet',
      '# Title\n',
      '---\nco2_eq_emissions:\n  emissions: 5.02\n  source: an estimate\n---\n\n# Title\n',
    ],
    [
      'no emissions yet',
      '---\nlicense: mit # ours\n---\n# Title\n',
      '---\nlicense: mit # ours\nco2_eq_emissions:\n  emissions: 5.02\n  source: an estimate\n---\n# Title\n',
    ],
    [
      'an empty key with a comment',
      '---\nco2_eq_emissions: # to do\nlicense: mit\n---\n',
      '---\nco2_eq_emissions: # to do\n  emissions: 5.02\n  source: an estimate\nlicense: mit\n---\n',
    ],
    [
      'null',
      '---\nco2_eq_emissions: null\nlicense: mit\n---\n',
      '---\nco2_eq_emissions:\n  emissions: 5.02\n  source: an estimate\nlicense: mit\n---\n',
    ],
    [
      'a number with a comment, which stays beside the number',
      '---\nco2_eq_emissions: 7 # grams\nlicense: mit\n---\n',
      '---\nco2_eq_emissions:\n  emissions: 5.02 # grams\n  source: an estimate\nlicense: mit\n---\n',
    ],
    [
      'a mapping, whose other keys and indentation stay',
      '---\nco2_eq_emissions:\n    emissions: 7 # measured\n    hardware_used: T4\nlicense: mit\n---\n',
      '---\nco2_eq_emissions:\n    emissions: 5.02 # measured\n    hardware_used: T4\n    source: an estimate\nlicense: mit\n---\n',
    ],
    [
      'a mapping with an empty number',
      '---\nco2_eq_emissions:\n  emissions:\n  source: me\n---\n',
      '---\nco2_eq_emissions:\n  emissions: 5.02\n  source: an estimate\n---\n',
    ],
    [
      'a flow mapping',
      '---\nco2_eq_emissions: { emissions: 7, on_cloud: false } # short\n---\n',
      '---\nco2_eq_emissions: { emissions: 5.02, on_cloud: false, source: an estimate } # short\n---\n',
    ],
    [
      'a list, which the Hub does not read',
      '---\nco2_eq_emissions:\n- emissions: 7\n- hardware_used: T4\nlicense: mit\n---\n',
      '---\nco2_eq_emissions:\n  emissions: 5.02\n  source: an estimate\n  hardware_used: T4\nlicense: mit\n---\n',
    ],
    [
      'a folded source',
      '---\nco2_eq_emissions:\n  source: >\n    measured\n    by hand\n  emissions: 7\nlicense: mit\n---\n',
      '---\nco2_eq_emissions:\n  source: an estimate\n  emissions: 5.02\nlicense: mit\n---\n',
    ],
    [
      'line ends of Windows',
      '---\r\nco2_eq_emissions: 7\r\n---\r\n',
      '---\r\nco2_eq_emissions:\r\n  emissions: 5.02\r\n  source: an estimate\r\n---\r\n',
    ],
  ])('%s', (_, before, after) => {
    expect(declaredIn(before)).toBe(after);
  });

  test('a byte order mark stays in front', () => {
    expect(declaredIn('\uFEFF# Title\n').startsWith('\uFEFF---\nco2_eq_emissions:')).toBe(true);
  });

  test('what gives way is named, what stays the same is not', () => {
    const card = readCard('---\nco2_eq_emissions:\n  emissions: "7 kg"\n  source: an estimate\n---\n');
    expect(declareEmissions(card, ESTIMATE)).toMatchObject({
      replaced: [{ key: 'emissions', before: '"7 kg"', after: '5.02' }],
    });
  });

  test('a card that says so already is left alone', () => {
    const text = declaredIn('---\nlicense: mit\n---\n');
    expect(declareEmissions(readCard(text), ESTIMATE)).toEqual({ edits: [], replaced: [] });
  });

  test.each([
    ['an open block', '---\nlicense: mit\n', /not closed/],
    ['a block that the Hub refuses', '---\nlicense: [mit\n---\n', /cannot read the metadata/],
    ['a dataset', '---\ntask_categories: [x]\n---\n', /not the card of a model/],
    [
      'emissions that another key repeats',
      '---\nco2_eq_emissions: &a\n  emissions: 7\ncopy: *a\n---\n',
      /cannot be edited safely/,
    ],
  ])('%s is refused', (_, text, reason) => {
    expect(refusalFor(text)).toMatch(reason);
  });

  test('any text comes back from YAML as it went in', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('yes', 'null', '1e3', '- a', 'a: b', '# x'),
    );
    fc.assert(
      fc.property(text, (source) => {
        const yaml = declarationAsYaml({ emissions: { number: '1' }, source });
        expect(load(yaml)).toEqual({ co2_eq_emissions: { emissions: 1, source } });
      }),
    );
  });
});
