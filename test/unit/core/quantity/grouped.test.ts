import * as l10n from '@vscode/l10n';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { grouped } from '../../../../src/core/quantity/grouped';
import { parseSize } from '../../../../src/core/predictors/size/parse-size';

afterEach(() => {
  l10n.config({ contents: {} });
});

test.each([
  [999, '999'],
  [1710, '1,710'],
  [66_000_000, '66,000,000'],
  [0.5, '0.5'],
])('parts the thousands of %d with commas in English', (value, text) => {
  expect(grouped(value)).toBe(text);
});

test('leaves the decimal point, and parts thousands as the translation does', () => {
  l10n.config({ contents: { '1,000': '1\u202f000' } });
  expect(grouped(1710.25)).toBe('1\u202f710.25');
  expect(grouped(1_234_567, { maximumSignificantDigits: 4 })).toBe('1\u202f235\u202f000');
});

test('is read again where it was typed', () => {
  l10n.config({ contents: { '1,000': '1\u202f000' } });
  expect(parseSize(grouped(66_000_000))).toBe(66_000_000);
});

test('is what Intl makes of it', () => {
  const numbers = fc.oneof(
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const decimals = numbers.map((value) => Number(value.toPrecision(3)));
  fc.assert(
    fc.property(fc.oneof(numbers, decimals), (value) => {
      expect(grouped(value)).toBe((value === 0 ? 0 : value).toLocaleString('en-US'));
    }),
  );
});
