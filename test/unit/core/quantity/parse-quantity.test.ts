import { describe, expect, test } from 'vitest';
import { printDecimal } from '../../../../src/core/quantity/decimal';
import type { NumberContext } from '../../../../src/core/quantity/number-text';
import { parseQuantity } from '../../../../src/core/quantity/quantity';

/** A reading on one line: amount, unit and grams. */
function read(text: string, context?: NumberContext): string {
  const reading = parseQuantity(text, context);
  if (reading === undefined) return 'no quantity';
  const grams = reading.grams && printDecimal(reading.grams);
  const upper = reading.upper ? `..${printDecimal(reading.upper)}` : '';
  return `${printDecimal(reading.amount)}${upper} ${reading.unit ?? '-'} = ${grams ?? '?'}`;
}

describe('units', () => {
  test.each([
    ['1.2 kg CO2eq', '1.2 kg = 1200'],
    ['0.319355 Kg', '0.319355 kg = 319.355'],
    ['0.5KG', '0.5 kg = 500'],
    ['1.71 KgCO2', '1.71 kg = 1710'],
    ['2 kgs of CO2 equivalent', '2 kg = 2000'],
    ['1.2 kg of carbon emissions', '1.2 kg = 1200'],
    ['11250 kg CO2 eq.', '11250 kg = 11250000'],
    ['1.2 kg eq. CO2', '1.2 kg = 1200'],
    ['1.2 kg CO₂-eq', '1.2 kg = 1200'],
    ['300 gCO<sub>2</sub>eq', '300 g = 300'],
    ['0.432 kgCO$_2$eq', '0.432 kg = 432'],
    ['3.2 kg $\\mathrm{CO_2}$eq', '3.2 kg = 3200'],
    ['3.2 kg CO~2~e', '3.2 kg = 3200'],
    ['1.2 CO2e kg', '1.2 kg = 1200'],
    ['28.53 in grams of CO2', '28.53 g = 28.53'],
    ['12 grammes', '12 g = 12'],
    ['0.16 grams of CO2)', '0.16 g = 0.16'],
    ['0.62 mg', '0.62 mg = 0.00062'],
    ['300 µg', '300 ug = 0.0003'],
    ['539 tCO2eq', '539 t = 539000000'],
    ['2.5 metric tons of CO2', '2.5 t = 2500000'],
    ['0.03898 tons of CO2', '0.03898 t = 38980'],
    ['3 MTCO2e', '3 t = 3000000'],
    ['3 Mt', '3 Mt = 3000000000000'],
    ['1.2 million tonnes', '1200000 t = 1200000000000'],
    ['2 short tons', '2 short-ton = 1814369.48'],
    ['5 lbs', '5 lb = 2267.96185'],
    ['12 pounds of carbon dioxide', '12 lb = 5443.10844'],
    ['42', '42 - = ?'],
    ['12 CO2eq', '12 - = ?'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('ways of writing a number', () => {
  test.each([
    ['0.1 kg', '0.1 kg = 100'],
    ['1,234.5', '1234.5 - = ?'],
    ['1.234,5 g', '1234.5 g = 1234.5'],
    ['1 234,5 g', '1234.5 g = 1234.5'],
    ['1\u202f234\u00a0g', '1234 g = 1234'],
    ['1\u202f234\u202f567\u00a0g', '1234567 g = 1234567'],
    ["1'234.5 kg", '1234.5 kg = 1234500'],
    ['1,23,456 g', '123456 g = 123456'],
    ['24_700_000', '24700000 - = ?'],
    ['43,24 kg Co2', '43.24 kg = 43240'],
    ['1234,567 kg', '1234.567 kg = 1234567'],
    ['0,123 kg', '0.123 kg = 123'],
    ['4,3e-4 kg Co2', '0.00043 kg = 0.43'],
    ['1.2 × 10^3 g', '1200 g = 1200'],
    ['1.2x10⁻³ kg', '0.0012 kg = 1.2'],
    ['$1.2 \\times 10^{-3}$ kg', '0.0012 kg = 1.2'],
    ['10^3 g', '1000 g = 1000'],
    ['.5 kg', '0.5 kg = 500'],
    ['−3 kg', '-3 kg = -3000'],
    ['１２３ kg', '123 kg = 123000'],
    ['1.2\\,kg', '1.2 kg = 1200'],
    ['**1.2** kg', '1.2 kg = 1200'],
    ['1–2 kg', '1..2 kg = ?'],
    ['1 kg to 2 kg', '1..2 kg = ?'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  test('a comma before three digits is read both ways', () => {
    expect(parseQuantity('4,475 KgCO2')).toMatchObject({
      otherReading: { separator: 'decimal', lastDigit: -3 },
    });
    expect(read('4,475 KgCO2')).toBe('4475 kg = 4475000');
    expect(read('4,475 KgCO2', { decimalComma: true })).toBe('4.475 kg = 4475');
    expect(parseQuantity('1.234 g')).not.toHaveProperty('otherReading');
    expect(parseQuantity('1.234 g', { decimalComma: true })).toMatchObject({
      otherReading: { separator: 'thousands' },
    });
  });
});

describe('how exactly an amount is meant', () => {
  test.each([
    ['~12 g', { approximate: true }],
    ['approx. 12 g', { approximate: true }],
    ['<5 kg', { bound: 'upper', grams: undefined }],
    ['at least 5 kg', { bound: 'lower', grams: undefined }],
    ['12 g', { approximate: false, lastDigit: 0 }],
    ['0.007 kg', { lastDigit: -3 }],
    ['1.2e3 g', { lastDigit: 2 }],
  ])('%s', (text, expected) => expect(parseQuantity(text)).toMatchObject(expected));

  test('an uncertainty stays beside the amount', () => {
    expect(parseQuantity('5 ± 1 g')?.plusMinus?.toNumber()).toBe(1);
    expect(parseQuantity('5 (±1) g CO2')?.grams?.toNumber()).toBe(5);
    expect(parseQuantity('1.2 kg ± 0.1')?.plusMinus?.toNumber()).toBe(0.1);
  });
});

describe('notes behind it', () => {
  test.each([
    ['4.858 g CO2eq (4 epochs)', '4.858 g = 4.858'],
    ['0.24 g CO₂eq (0.00024 kg CO₂eq)', '0.24 g = 0.24'],
    ['12 g (estimated)', '12 g = 12'],
    ['12 g (of 15 g in all)', 'no quantity'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('no quantity', () => {
  test.each([
    'Kg',
    'number (in grams of CO2)',
    'Not specified',
    '0.5 kg/hour',
    '300 g CO2 per kWh',
    '1.2.3',
    '2023-05-01',
    '0x10',
    '12 %',
    '3 Mg',
    '1 kg, 2 kg',
    '1e999 g',
    '1'.repeat(200),
    '',
  ])('%s', (text) => expect(read(text)).toBe('no quantity'));
});
