import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import { equalUpToPrintedDigits, printDecimal } from '../../../../src/core/quantity/decimal';
import { parseQuantity, type QuantityReading } from '../../../../src/core/quantity/quantity';
import { fromGrams, toGrams, toHours, toKilowattHours, toWatts } from '../../../../src/core/quantity/unit';

describe('arithmetic is exact', () => {
  test('0.1 kg is 100 g', () => expect(printDecimal(toGrams(new Big('0.1'), 'kg'))).toBe('100'));
  test('0.07728 kg is 77.28 g', () => expect(printDecimal(toGrams(new Big('0.07728'), 'kg'))).toBe('77.28'));
  test('1710 g is 1.71 kg', () => expect(printDecimal(fromGrams(new Big(1710), 'kg'))).toBe('1.71'));
  test('1 MWh, 3.6 MJ', () => {
    expect(toKilowattHours(new Big(1), 'MWh').toNumber()).toBe(1000);
    expect(toKilowattHours(new Big('3.6'), 'MJ').toNumber()).toBe(1);
  });
  test('90 minutes, 2 days', () => {
    expect(toHours(new Big(90), 'min').toNumber()).toBe(1.5);
    expect(toHours(new Big(2), 'd').toNumber()).toBe(48);
  });
  test('0.3 kW', () => expect(toWatts(new Big('0.3'), 'kW').toNumber()).toBe(300));
});

describe('numbers as YAML reads them', () => {
  test.each([
    ['100.000', '100'],
    ['24700000', '24700000'],
    ['0.0000067', '0.0000067'],
    ['-0', '0'],
    ['1e20', '100000000000000000000'],
    ['1e30', '1.0e+30'],
    ['2.5e-20', '2.5e-20'],
  ])('%s', (value, expected) => expect(printDecimal(new Big(value))).toBe(expected));
});

describe('equal up to the printed digits', () => {
  function read(text: string): QuantityReading {
    const reading = parseQuantity(text);
    if (reading === undefined) throw new Error(`${text} is no quantity`);
    return reading;
  }

  test.each([
    ['6.7 g', '0.007 kg', 'rounded'],
    ['25460 g', '25.4 kg', 'cut off'],
    ['960000 g', '962 kg', 'a round number'],
    ['1.9166161214843 g', '0.001917 kg', 'many digits and few'],
    ['1710 g', '1.71 kg', 'the same'],
    ['1.71', '1.71', 'two bare numbers'],
  ])('%s and %s: %s', (a, b) => {
    expect(equalUpToPrintedDigits(read(a), read(b))).toBe(true);
    expect(equalUpToPrintedDigits(read(b), read(a))).toBe(true);
  });

  test.each([
    ['1710 g', '1.73 kg', 'another digit'],
    ['1.71 g', '1.71 kg', 'another unit'],
    ['1000 g', '1.4 kg', 'two digits of a round number count'],
    ['0.08 g', '0.000 kg', 'a printed zero says nothing'],
    ['1.71', '1.71 g', 'a bare number has no unit to compare'],
    ['1 g', '1-2 g', 'a range is no amount'],
    ['1 g', '-1 g', 'the sign counts'],
  ])('%s and %s are not: %s', (a, b) => {
    expect(equalUpToPrintedDigits(read(a), read(b))).toBe(false);
    expect(equalUpToPrintedDigits(read(b), read(a))).toBe(false);
  });
});
