import { describe, expect, test } from 'vitest';
import type { WorkspaceTally } from '../../../../src/core/workspace/workspace-summary';
import { workspaceState } from '../../../../src/core/workspace/workspace-state';
import { cardWith, tabled } from './checked-cards';

const ALL: WorkspaceTally = { datasets: 0, spaces: 0, plain: 0, files: 1, seen: 1, most: 10_000 };

const KILOGRAMS = tabled('a/README.md', cardWith('1.71', 'Training emitted 1.71 kg of CO2eq.'));
const WITH_UNIT = tabled('b/README.md', cardWith('"0.42 kg"'));
const NOT_DECLARED = tabled('c/README.md', '---\nlicense: mit\n---\n');
const NOT_TEXT = tabled('d/README.md', 'a\0b');

describe('what the table says of a card', () => {
  test.each([
    [KILOGRAMS, { declared: '1.71', unit: 'kg', misread: true, grams: { grams: 1710, text: '1,710' } }],
    [WITH_UNIT, { declared: '"0.42 kg"', unit: 'kg', misread: true, grams: { grams: 420, text: '420' } }],
    [NOT_DECLARED, { declared: '', unit: '', misread: false, grams: undefined, counts: [0, 0, 0, 0] }],
    [NOT_TEXT, { declared: '', error: 'This file is not text: it holds NUL characters.' }],
    [
      tabled('e', cardWith('0')),
      { declared: '0', unit: 'g', misread: false, grams: { grams: 0, text: '0' } },
    ],
    [tabled('f', cardWith('about a kilo or two')), { declared: 'about a kilo or two', grams: undefined }],
    [tabled('g', cardWith(`"${'9'.repeat(100)}"`)), { declared: `"${'9'.repeat(59)}…` }],
  ])('%#', (card, row) => {
    expect(workspaceState([card], ALL).rows[0]).toMatchObject(row);
  });

  test('lines are counted as editors show them', () => {
    const [row] = workspaceState([KILOGRAMS], ALL).rows;
    expect(row?.findings.find(({ rule }) => rule === 'emissions-kilograms')?.line).toBe(4);
  });
});

test('fixes are offered by the number of cards that have them', () => {
  const { offers } = workspaceState([KILOGRAMS, WITH_UNIT, WITH_UNIT, NOT_DECLARED], ALL);
  expect(offers).toEqual({ safe: 2, kilograms: 1 });
});

test.each([
  [[], 'No model card in this workspace'],
  [[NOT_TEXT, NOT_DECLARED], '2 model cards'],
  [[NOT_DECLARED], '1 model card, nothing to mend'],
  [[KILOGRAMS, NOT_DECLARED], '2 model cards: 1 warning and 1 hint'],
  [[KILOGRAMS, WITH_UNIT], '2 model cards: 1 error, 1 warning and 2 hints'],
])('headline %#', (cards, headline) => {
  expect(workspaceState(cards, ALL).headline).toBe(headline);
});

test.each<[string, Partial<WorkspaceTally>, string[]]>([
  ['all of it', {}, []],
  [
    'cards of other things',
    { datasets: 2, spaces: 1, plain: 1 },
    ['Left out: 2 dataset cards, 1 Space card and 1 README without metadata.'],
  ],
  ['an end before the end', { files: 1200, seen: 300 }, ['Cancelled: 300 of 1,200 files were checked.']],
  [
    'more than is looked at',
    { files: 10_000, seen: 10_000 },
    ['Only the first 10,000 files of this workspace were looked at.'],
  ],
])('what is not in the table: %s', (_, tally, notes) => {
  expect(workspaceState([NOT_DECLARED], { ...ALL, ...tally }).notes).toEqual(notes);
});

test('files that could not be read are counted', () => {
  expect(workspaceState([NOT_TEXT, NOT_DECLARED], ALL).notes).toEqual([
    '1 file could not be read; the table says why.',
  ]);
});
