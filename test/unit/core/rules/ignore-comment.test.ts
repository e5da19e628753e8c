import { describe, expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import { applyEdits } from '../../../../src/core/card/text-range';
import { checkCard } from '../../../../src/core/rules/check-card';
import { ignoreFix } from '../../../../src/core/rules/ignore-comment';

const found = (text: string): string[] =>
  checkCard(readCard(text))
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule !== 'emissions-context');

const card = (...lines: string[]): string => ['---', ...lines, '---', ''].join('\n');

describe('a comment silences', () => {
  test.each<[where: string, text: string, left: string[]]>([
    ['its own line', card('co2_eq_emissions: 5 kg # co2-ignore: emissions-unit'), []],
    [
      'the next line, where it stands alone',
      card('# co2-ignore: emissions-unit', 'co2_eq_emissions: 5 kg'),
      [],
    ],
    [
      'the next line, indented',
      card('co2_eq_emissions:', '  #co2-ignore:emissions-unit', '  emissions: 5 kg'),
      [],
    ],
    ['several rules', card('# co2-ignore: emissions-zero, emissions-unit', 'co2_eq_emissions: 5 kg'), []],
    [
      'with a reason behind it',
      card('# co2-ignore: emissions-unit (as in the paper)', 'co2_eq_emissions: 5 kg'),
      [],
    ],
    ['behind another comment', card('co2_eq_emissions: 5 kg # measured # co2-ignore: emissions-unit'), []],
    ['no other rule', card('co2_eq_emissions: 5 kg # co2-ignore: emissions-zero'), ['emissions-unit']],
    [
      'no line below a value',
      card('license: mit # co2-ignore: emissions-unit', 'co2_eq_emissions: 5 kg'),
      ['emissions-unit'],
    ],
    [
      'no line after the next',
      card('# co2-ignore: emissions-unit', '', 'co2_eq_emissions: 5 kg'),
      ['emissions-unit'],
    ],
    [
      'no word that is like it',
      card('co2_eq_emissions: 5 kg # no-co2-ignore: emissions-unit'),
      ['emissions-unit'],
    ],
    [
      'nothing from the prose',
      `${card('co2_eq_emissions: 5 kg')}\n# co2-ignore: emissions-unit`,
      ['emissions-unit'],
    ],
    [
      'a line of a CRLF card',
      card('# co2-ignore: emissions-unit', 'co2_eq_emissions: 5 kg').replaceAll('\n', '\r\n'),
      [],
    ],
  ])('%s', (_, text, left) => expect(found(text)).toEqual(left));
});

describe('the fix that ignores a finding', () => {
  const ignoring = (text: string, rule: string): string => {
    const read = readCard(text);
    const finding = checkCard(read).findings.find((candidate) => candidate.rule === rule);
    const fix = finding && ignoreFix(read, finding.rule, finding.range);
    return fix ? applyEdits(text, fix.edits) : 'no fix';
  };
  test.each<[what: string, text: string, fixed: string]>([
    [
      'puts a comment on the line before, with its indent',
      card('co2_eq_emissions:', '    emissions: 5 kg # ours'),
      card('co2_eq_emissions:', '    # co2-ignore: emissions-unit', '    emissions: 5 kg # ours'),
    ],
    [
      'joins the comment on the line',
      card('co2_eq_emissions: 5 kg # co2-ignore: emissions-zero'),
      card('co2_eq_emissions: 5 kg # co2-ignore: emissions-zero, emissions-unit'),
    ],
    [
      'joins the comment on the line before',
      card('# co2-ignore: emissions-zero', 'co2_eq_emissions: 5 kg'),
      card('# co2-ignore: emissions-zero, emissions-unit', 'co2_eq_emissions: 5 kg'),
    ],
    [
      'does not join the comment of another value',
      card('license: mit # co2-ignore: metadata-schema', 'co2_eq_emissions: 5 kg'),
      card(
        'license: mit # co2-ignore: metadata-schema',
        '# co2-ignore: emissions-unit',
        'co2_eq_emissions: 5 kg',
      ),
    ],
    [
      'keeps the line ends',
      card('co2_eq_emissions: 5 kg').replaceAll('\n', '\r\n'),
      card('# co2-ignore: emissions-unit', 'co2_eq_emissions: 5 kg').replaceAll('\n', '\r\n'),
    ],
  ])('%s', (_, text, fixed) => {
    expect(ignoring(text, 'emissions-unit')).toBe(fixed);
    expect(found(fixed)).not.toContain('emissions-unit');
  });

  test('is not offered outside the metadata, where a comment would be text', () => {
    expect(ignoring('---\nlicense: mit\n', 'front-matter')).toBe('no fix');
  });
});
