import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COUNTRIES, PLACES } from '../../../../src/core/physical/grid-table';
import { PLACE_ALIASES } from '../../../../src/core/physical/place-aliases';
import { generate, SOURCE } from '../../../generate/physical';

test.skipIf(!existsSync(SOURCE))(
  `the generated tables are those of ${SOURCE} (skipped where it is absent)`,
  async () => {
    for (const [file, source] of Object.entries(await generate())) {
      expect(readFileSync(file, 'utf8')).toBe(source);
    }
  },
);

test('every alias and region belongs to a country of the table', () => {
  const countries = new Set(COUNTRIES.split(';').map((entry) => entry.slice(0, 3)));
  const unknown = [
    ...Object.keys(PLACE_ALIASES),
    ...PLACES.split(';').map((entry) => entry.replace(/^.*=(\S+) .*$/, '$1')),
  ].filter((code) => code !== '*' && !countries.has(code));
  expect(unknown).toEqual([]);
});
