import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowRanges } from '../../../../src/core/refit/row-ranges';

test('holds the rows that were added, in order, and no others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60)), (added) => {
      const rows = new RowRanges();
      const ascending = [...added].sort((a, b) => a - b);
      for (const row of ascending) rows.add(row);
      expect(rows.toArray()).toEqual(ascending);
      expect(rows.size).toBe(ascending.length);
      for (let row = 0; row <= 61; row++) expect(rows.has(row)).toBe(added.includes(row));
    }),
  );
});
