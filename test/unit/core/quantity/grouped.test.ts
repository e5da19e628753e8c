import * as l10n from '@vscode/l10n';
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
