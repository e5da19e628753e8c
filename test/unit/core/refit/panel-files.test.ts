// What the panel saves, and the dataset that the cards of a workspace become.
import { describe, expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import { gatherPredictors } from '../../../../src/core/predictors/gather-predictors';
import {
  CARD_COLUMNS,
  cardsExport,
  type ExportedCard,
  lacksLikes,
} from '../../../../src/core/refit/cards-export';
import { readOutcome } from '../../../../src/core/refit/panel-outcome';
import { readRefitMemory } from '../../../../src/core/refit/panel-protocol';
import { csvText } from '../../../../src/core/refit/report/csv';

describe('a cell of a CSV file', () => {
  test.each<[string, string | number | null, string]>([
    ['a number', -1.5e-300, '-1.5e-300'],
    ['nothing', null, ''],
    ['no number', NaN, ''],
    ['a text', 'bert', 'bert'],
    ['a text with a comma', 'a,b', '"a,b"'],
    ['a text with quotes and lines', 'a "b"\nc', '"a ""b""\nc"'],
    ['a number as text stays one', '-12.5', '-12.5'],
    ['a formula', '=1+1', "'=1+1"],
    ['a formula with quotes', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['a formula behind spaces', '  @SUM(A1)', "'  @SUM(A1)"],
    ['a command', '-2+3+cmd|x', "'-2+3+cmd|x"],
    ['a tab first', '\t=1', "'\t=1"],
  ])('%s', (_, cell, written) => {
    expect(csvText(['head'], [[cell]])).toBe(`head\n${written}\n`);
  });
});

const CARD = `---
pipeline_tag: fill-mask
co2_eq_emissions:
  emissions: "1.2 kg"
---

# A model

It has 66 million parameters.
`;

function exported(settings = {}): ExportedCard {
  const card = readCard(CARD);
  const gathered = gatherPredictors({ metadata: card.metadata?.values ?? {}, body: card.text, settings });
  return { name: 'models/a', card, gathered };
}

describe('the cards of a workspace as a dataset', () => {
  test('what is only assumed stays empty', () => {
    expect(cardsExport([exported()], null)).toBe(
      `${CARD_COLUMNS.join(',')}\nmodels/a,66000000,,,,,fill-mask,,1.2 kg,"# A model\n\nIt has 66 million parameters."\n`,
    );
  });

  test('likes that nobody knows are 0 where the user says so', () => {
    expect(lacksLikes(exported())).toBe(true);
    expect(cardsExport([exported()], 0)).toContain('models/a,66000000,0,,');
  });

  test('what the settings say is known, an age as two dates', () => {
    const card = exported({ likes: 3, commits: 7, repoAgeDays: 2, organization: 'company' });
    expect(lacksLikes(card)).toBe(false);
    expect(cardsExport([card], 0)).toContain(
      'models/a,66000000,3,7,1970-01-01T00:00:00.000Z,1970-01-03T00:00:00.000Z,fill-mask,company,1.2 kg,',
    );
  });
});

test.each(['', 'no JSON', '[]', '{"version": 2}', 'null'])('the outcome of another version: %s', (json) => {
  expect(readOutcome(json)).toBeUndefined();
});

test.each([[undefined], [null], [5], ['x'], [{}], [{ folder: 5 }]])('a strange memory: %o', (memory) => {
  expect(readRefitMemory(memory)).toBeUndefined();
});
