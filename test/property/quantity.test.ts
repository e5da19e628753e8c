import Big from 'big.js';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { equalUpToPrintedDigits, printDecimal } from '../../src/core/quantity/decimal';
import { findQuantities, parseQuantity } from '../../src/core/quantity/quantity';
import { type MassUnit, toGrams } from '../../src/core/quantity/unit';

const UNITS: MassUnit[] = ['ug', 'mg', 'g', 'kg', 't', 'kt', 'Mt', 'lb', 'oz', 'short-ton', 'long-ton'];
const unit = fc.constantFrom(...UNITS);
const WORDS: Partial<Record<MassUnit, string>> = { 'short-ton': 'short tons', 'long-ton': 'long tons' };
const amount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: -12, max: 6 }))
  .map(([digits, power]) => new Big(`${digits}e${power}`));

const grouped = (text: string, separator: string, point: string): string => {
  const [whole = '', fraction] = text.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, separator);
  return fraction === undefined ? groups : `${groups}${point}${fraction}`;
};

test('text → grams → text comes back', () => {
  fc.assert(
    fc.property(amount, unit, (value, name) => {
      const grams = parseQuantity(`${printDecimal(value)} ${WORDS[name] ?? name} CO2eq`)?.grams;
      expect(grams && printDecimal(grams)).toBe(printDecimal(toGrams(value, name)));
      expect(parseQuantity(`${printDecimal(grams ?? new Big(0))} g`)?.grams).toEqual(grams);
    }),
    { numRuns: 2000 },
  );
});

test('grouping changes nothing, in any of the usual forms', () => {
  const forms = fc.constantFrom([',', '.'], ['\u202f', ','], [' ', '.'], ["'", '.'], ['.', ',']);
  const value = fc
    .tuple(fc.integer({ min: 1_000_000, max: 10 ** 12 }), fc.integer({ min: 1, max: 99 }))
    .map(([whole, hundredths]) => `${whole}.${String(hundredths).padStart(2, '0')}`);
  fc.assert(
    fc.property(value, forms, (text, [separator = '', point = '']) => {
      const reading = parseQuantity(`${grouped(text, separator, point)} kg`);
      expect(reading?.amount.toFixed(2)).toBe(text);
    }),
  );
});

test('a printed number is read back by js-yaml as the same number', () => {
  const any = fc
    .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: -40, max: 40 }))
    .map(([digits, power]) => new Big(`${digits}e${power}`));
  fc.assert(
    fc.property(any, (value) => {
      expect(load(`emissions: ${printDecimal(value)}`)).toEqual({ emissions: Number(value) });
    }),
    { numRuns: 2000 },
  );
});

test('a number rounded to fewer digits equals the one it came from', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 2, max: 12 }), (value, digits) => {
      fc.pre(!value.eq(0));
      const exact = parseQuantity(`${printDecimal(value)} g`);
      const rounded = parseQuantity(`${printDecimal(value.prec(digits, Big.roundHalfUp))} g`);
      if (!exact || !rounded) throw new Error('A printed number is a quantity.');
      expect(equalUpToPrintedDigits(exact, rounded)).toBe(true);
    }),
  );
});

const SNIPPETS = [
  '1',
  ',',
  '.',
  ' ',
  '-',
  'e',
  '10^',
  'kg',
  'CO2',
  '±',
  '~',
  '_',
  '(',
  '$',
  '１',
  '\u00a0',
  '<',
  'h',
  'M',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: 'grapheme', maxLength: 4 })))
  .map((parts) => parts.join(''));

test('no text makes a reader throw, and every reading lies within its text', () => {
  fc.assert(
    fc.property(hostile, fc.boolean(), (text, decimalComma) => {
      parseQuantity(text, { decimalComma });
      for (const dimension of ['mass', 'energy', 'time', 'power'] as const) {
        let position = 0;
        for (const { range, numberRange } of findQuantities(text, dimension, { decimalComma })) {
          expect(range.start).toBeGreaterThanOrEqual(position);
          expect(numberRange.end).toBeLessThanOrEqual(range.end);
          expect(range.end).toBeLessThanOrEqual(text.length);
          position = range.end;
        }
      }
    }),
    { numRuns: 5000 },
  );
});
