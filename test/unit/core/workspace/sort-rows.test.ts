import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Column,
  COLUMNS,
  FIRST_SORTING,
  nextSorting,
  readSorting,
  sortRows,
} from '../../../../src/core/workspace/sort-rows';
import type { WorkspaceRow } from '../../../../src/core/workspace/workspace-row';

const PLAIN: WorkspaceRow = {
  file: 'README.md',
  declared: '',
  unit: '',
  misread: false,
  grams: undefined,
  predicted: undefined,
  counts: [0, 0, 0, 0],
  findings: [],
};

const grams = (value: number) => ({ grams: value, text: String(value) });

const ROWS: readonly WorkspaceRow[] = [
  { ...PLAIN, file: 'model-10/README.md', grams: grams(5), declared: '5', unit: 'g', counts: [0, 9, 0, 0] },
  {
    ...PLAIN,
    file: 'model-2/README.md',
    grams: grams(1710),
    declared: '1.71',
    unit: 'kg',
    counts: [1, 0, 0, 0],
  },
  { ...PLAIN, file: 'b/README.md', error: 'This file is not UTF-8 text.' },
  { ...PLAIN, file: 'a/README.md', predicted: { ...grams(3), interval: '' }, counts: [0, 9, 0, 1] },
];

function filesBy(column: Column, descending: boolean): string[] {
  return sortRows(ROWS, { column, descending }).map((at) => ROWS[at]?.file.replace('/README.md', '') ?? '');
}

describe('order of the rows', () => {
  test.each<[Column, boolean, string]>([
    ['file', false, 'a b model-2 model-10'],
    ['file', true, 'model-10 model-2 b a'],
    ['declared', false, 'model-2 model-10 a b'],
    ['unit', true, 'model-2 model-10 a b'],
    ['grams', false, 'model-10 model-2 a b'],
    ['grams', true, 'model-2 model-10 a b'],
    ['predicted', true, 'a b model-2 model-10'],
    ['findings', true, 'b model-2 a model-10'],
    ['findings', false, 'model-10 a model-2 b'],
  ])('by %s, descending: %s', (column, descending, files) => {
    expect(filesBy(column, descending).join(' ')).toBe(files);
  });

  test('every order has every row once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COLUMNS), fc.boolean(), (column, descending) => {
        const order = sortRows(ROWS, { column, descending });
        expect([...order].sort()).toEqual([...ROWS.keys()]);
      }),
    );
  });
});

test('a second click turns the order round; findings begin with the worst', () => {
  expect(nextSorting(FIRST_SORTING, 'file')).toEqual({ column: 'file', descending: false });
  expect(nextSorting({ column: 'file', descending: false }, 'file').descending).toBe(true);
  expect(nextSorting({ column: 'file', descending: false }, 'findings')).toEqual(FIRST_SORTING);
});

test('what an earlier session left may have any shape', () => {
  expect(readSorting({ column: 'grams', descending: true })).toEqual({ column: 'grams', descending: true });
  fc.assert(
    fc.property(fc.anything(), (left) => {
      expect(COLUMNS).toContain(readSorting(left).column);
    }),
  );
  expect(readSorting({ column: 'constructor', descending: true })).toEqual(FIRST_SORTING);
});
