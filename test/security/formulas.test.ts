import { expect, test } from 'vitest';
import { readCard } from '../../src/core/card/card';
import { gatherPredictors } from '../../src/core/predictors/gather-predictors';
import { cardsExport } from '../../src/core/refit/cards-export';
import { csvText } from '../../src/core/refit/report/csv';

test.each([
  ['=1+1', `'=1+1`],
  ['+1+1', `'+1+1`],
  ['-1+1', `'-1+1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  [' =1+1', `' =1+1`],
  ['\t=1+1', `'\t=1+1`],
  ['\r=1+1', `"'\r=1+1"`],
  ['=HYPERLINK("http://example.org")', `"'=HYPERLINK(""http://example.org"")"`],
  ['|calc', `'|calc`],
  ['-1.5e-3', '-1.5e-3'],
  ['a=b', 'a=b'],
])('a spreadsheet takes %j for text or a number, never for a formula', (cell, written) => {
  expect(csvText(['name'], [[cell]])).toBe(`name\n${written}\n`);
});

test('the cards of a workspace are exported without formulas', () => {
  const card = readCard('---\npipeline_tag: "=1+1"\nco2_eq_emissions: "=2+2"\n---\n=3+3');
  const gathered = gatherPredictors({ metadata: card.metadata?.values ?? {}, body: '' });
  expect(cardsExport([{ name: '=4+4', card, gathered }], 0)).not.toMatch(/(?:^|,)"?[=@]/m);
});
