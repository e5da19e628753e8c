import { expect, test } from 'vitest';
import { reportsAsJson } from '../../../../src/core/workspace/card-report';
import { reportsAsCsv } from '../../../../src/core/workspace/rows-csv';
import { cardWith, tabled } from './checked-cards';

test('a table has a line for each card', () => {
  const cards = [
    tabled('a/README.md', cardWith('"1.71 kg"')),
    tabled('b/README.md', '---\nlicense: mit\n---\n'),
    tabled('c/README.md', 'a\0b'),
  ];
  const lines = reportsAsCsv(cards.map(({ report }) => report))
    .trimEnd()
    .split('\n');
  expect(lines).toEqual([
    'file,declared,unit,confidence,grams,predicted_grams,predicted_low,predicted_high,errors,warnings,information,hints,rules,not_read',
    expect.stringMatching(
      /^a\/README\.md,1\.71 kg,kg,0\.9\d*,1710,,,,1,0,0,1,emissions-context emissions-unit,$/,
    ),
    'b/README.md,,,,,,,,0,0,0,0,,',
    'c/README.md,,,,,,,,0,0,0,0,,This file is not text: it holds NUL characters.',
  ]);
});

test.each([
  ['=HYPERLINK("https://example.org")', `"'=HYPERLINK(""https://example.org"")"`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['+1 kg', `'+1 kg`],
])('what a spreadsheet would run, %s, is made harmless', (declared, cell) => {
  const { report } = tabled('-1+cmd/README.md', cardWith(`'${declared}'`));
  expect(reportsAsCsv([report])).toContain(`\n'-1+cmd/README.md,${cell},`);
});

test('JSON is an array of the reports, and survives being read', () => {
  const { report } = tabled('a/README.md', cardWith('1.71', 'Training emitted 1.71 kg of CO2eq.'));
  const text = reportsAsJson([report]);
  expect(text.endsWith(']\n')).toBe(true);
  expect(JSON.parse(text)).toMatchObject([
    {
      file: 'a/README.md',
      findings: [
        { rule: 'emissions-context' },
        {
          rule: 'emissions-kilograms',
          range: { start: { line: 3, character: 13 }, end: { line: 3, character: 17 } },
          fix: { edits: [{ newText: '1710' }] },
        },
      ],
      emissions: { declared: 1.71, grams: 1710, unit: 'kg' },
      prediction: null,
    },
  ]);
});
