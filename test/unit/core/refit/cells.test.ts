import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainOfHfco2, domainOfTask, organizationOf } from '../../../../src/core/refit/categories';
import { parseInstant } from '../../../../src/core/refit/instant-text';
import { parseCount, parseFloatCell } from '../../../../src/core/refit/number-text';

describe('a count', () => {
  test.each<[string | number | null, number]>([
    ['61362001', 61362001],
    [' 7 ', 7],
    ['0', 0],
    ['12.5', 12.5],
    ['1e3', 1000],
    ['2.5E+2', 250],
    [42, 42],
  ])('%j is %d', (cell, expected) => {
    expect(parseCount(cell)).toBe(expected);
  });

  test.each([
    null,
    '',
    '7B',
    '-3',
    '+3',
    '1,000',
    '.5',
    '5.',
    '1e999',
    '12\u00a0',
    'unknown',
    -1,
    NaN,
    Infinity,
  ])('%j is missing', (cell) => {
    expect(parseCount(cell)).toBeNaN();
  });

  test('a cell of a million blanks is read in no time', () => {
    const started = performance.now();
    expect(parseCount(`1${' '.repeat(1_000_000)}x`)).toBeNaN();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

test.each([
  ['149200.0', 149200],
  ['-5', -5],
  ['5.', 5],
  ['1e-3', 0.001],
  ['nan', NaN],
  ['inf', NaN],
  ['', NaN],
  [null, NaN],
])('as Python reads it, %j is %d', (cell, expected) => {
  expect(parseFloatCell(cell)).toBe(expected);
});

describe('a date', () => {
  test.each([
    ['2023-08-07T15:27:37.000Z', Date.UTC(2023, 7, 7, 15, 27, 37)],
    ['2023-08-07T15:27:37Z', Date.UTC(2023, 7, 7, 15, 27, 37)],
    ['2023-08-07T15:27:37.5Z', Date.UTC(2023, 7, 7, 15, 27, 37, 500)],
    [' 2024-02-29 ', Date.UTC(2024, 1, 29)],
  ])('%j is read', (cell, expected) => {
    expect(parseInstant(cell)).toBe(expected);
  });

  test.each([
    null,
    '',
    'yesterday',
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-04-31',
    '0000-01-01',
    '2023-08-07T24:00:00Z',
    '2023-08-07T15:27:60Z',
    '2023-08-07 15:27:37',
    '2023-08-07T15:27:37',
    '2023-08-07T15:27:37+00:00',
    '2023-8-7',
  ])('%j is missing', (cell) => {
    expect(parseInstant(cell)).toBeNaN();
  });

  test('every moment that JavaScript prints is read back', () => {
    const date = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(fc.property(date, (moment) => parseInstant(moment.toISOString()) === moment.getTime()));
  });
});

test.each([
  ['text-generation', 'Natural Language Processing'],
  [' Image-Classification ', 'Computer Vision'],
  ['graph-ml', 'Graph ML'],
  ['any-to-any', 'Other'],
  ['constructor', 'Other'],
  ['', 'Other'],
])('the domain of the task %j is %s', (task, domain) => {
  expect(domainOfTask(task)).toBe(domain);
});

test.each([
  ['Company', 'company'],
  [' non-profit ', 'non-profit'],
  ['individual', 'other'],
  ['', 'other'],
])('the organisation %j is %s', (text, kind) => {
  expect(organizationOf(text)).toBe(kind);
});

test.each([
  ['NLP', 'Natural Language Processing'],
  ['Not Specified', 'Other'],
  ['Computer Vision', 'Computer Vision'],
])('the domain %j of HFCO2.csv is %s', (text, domain) => {
  expect(domainOfHfco2(text)).toBe(domain);
});
