import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReportedEmissions } from '../../../../src/core/refit/emissions-text';
import { parseInstant } from '../../../../src/core/refit/instant-text';
import { parseCount } from '../../../../src/core/refit/number-text';
import { LeadingNumber, plainCount, usualInstant } from '../../../../src/core/export/cell-bytes';
import { CsvScanner } from '../../../../src/core/export/csv-scanner';

/** All records of a text, fed to the scanner so many bytes at a time. */
function scan(text: string, stretch = Infinity): string[][] {
  const bytes = Buffer.from(text);
  const scanner = new CsvScanner(','.charCodeAt(0));
  const records: string[][] = [];
  let at = 0;
  let to = 0;
  while (at < bytes.length) {
    to = Math.min(bytes.length, Math.max(to, at) + stretch);
    const next = scanner.record(bytes, at, to, to === bytes.length);
    if (next < 0) continue;
    records.push(
      Array.from({ length: scanner.columns }, (_, column) => {
        const cell = bytes.toString('utf8', scanner.starts[column], scanner.ends[column]);
        return scanner.escaped[column] === 1 ? cell.replaceAll('""', '"') : cell;
      }),
    );
    at = next;
  }
  return records;
}

describe('the scanner of CSV', () => {
  test.each<[string, string, string[][]]>([
    [
      'plain cells',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CR alone',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'empty cells',
      ',\n,,\n',
      [
        ['', ''],
        ['', '', ''],
      ],
    ],
    ['a delimiter in quotes', '"a,b",c\n', [['a,b', 'c']]],
    ['a line break in quotes', '"a\r\nb",c\n', [['a\r\nb', 'c']]],
    ['doubled quotes', '"say ""hi""","",""""\n', [['say "hi"', '', '"']]],
    ['a quote within a bare cell', 'a"b,5" disk\n', [['a"b', '5" disk']]],
    ['a long quoted cell', `"${'x, '.repeat(100)}""",1\n`, [[`${'x, '.repeat(100)}"`, '1']]],
  ])('%s', (_what, text, expected) => {
    expect(scan(text)).toEqual(expected);
  });

  test.each([
    ['an open quote', 'a,"b\nc,d\n', 'never closed', 2],
    ['text after a quote', 'a,"b"c\n', 'follows its closing quote', 2],
  ])('%s is an error that knows its place', (_what, text, message, position) => {
    expect(() => scan(text)).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message) as string, position }),
    );
  });

  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', '1', '😀'),
    maxLength: 70,
  });
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const written = table.map((rows) => rows.map((row) => row.map(quoted).join(',')).join('\n') + '\n');

  test('reads what csv-parse reads', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(scan(text)).toEqual(parse(text));
      }),
    );
  });

  test('reads the same in stretches of any length', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 1, max: 40 }), (text, stretch) => {
        expect(scan(text, stretch)).toEqual(scan(text));
      }),
    );
  });
});

describe('cells read from bytes are what their text says', () => {
  const bytesOf = (text: string): [Buffer, number, number] => [Buffer.from(`x${text}y`), 1, 1 + text.length];
  const digits = fc.string({
    unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
    maxLength: 20,
  });

  test('counts', () => {
    fc.assert(
      fc.property(
        fc.oneof(digits, fc.string({ unit: fc.constantFrom('1', '.', 'e', ' ', '-'), maxLength: 6 })),
        (text) => {
          const value = plainCount(...bytesOf(text));
          if (!Number.isNaN(value)) expect(value).toBe(parseCount(text));
          if (/^\d{1,15}$/.test(text)) expect(value).toBe(Number(text));
        },
      ),
    );
  });

  test('numbers with decimals, and the words after them', () => {
    const words = fc.oneof(
      fc.constantFrom(
        '',
        'g',
        ' kg of CO2eq.',
        'kgCO2',
        ' grams',
        'e',
        'E-3',
        ',5',
        '.',
        '.5 g',
        ' \u00a0g',
        '-g',
      ),
      fc.string({ unit: fc.constantFrom('1', '.', ',', 'e', ' ', 'k', 'g'), maxLength: 5 }),
    );
    const number = new LeadingNumber();
    fc.assert(
      fc.property(digits, fc.option(digits), words, (whole, decimals, rest) => {
        const text = (decimals === null ? whole : `${whole}.${decimals}`) + rest;
        const bytes = Buffer.from(`x${text}y`);
        const end = bytes.length - 1;
        const [, usual = ''] = /^(\d+(?:\.\d+)?)(?![\d.,eE])/.exec(text) ?? [];
        const isUsual = usual !== '' && usual.replace('.', '').length <= 15;
        expect(number.read(bytes, 1, end)).toBe(isUsual);
        if (!isUsual) return;
        expect([number.value, number.end]).toEqual([Number(usual), 1 + usual.length]);
        const parts = { number: number.value, words: bytes.toString('utf8', number.end, end) };
        expect(parseReportedEmissions(parts)).toEqual(parseReportedEmissions(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('dates', () => {
    const broken = fc.tuple(fc.nat(23), fc.constantFrom('x', '9', '-', 'T', ':', '.', 'Z', '/'));
    const date = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.boolean(), fc.option(broken), (moment, fraction, change) => {
        let text = fraction ? moment.toISOString() : moment.toISOString().replace(/\.\d+Z/, 'Z');
        if (change !== null) text = text.slice(0, change[0]) + change[1] + text.slice(change[0] + 1);
        expect(usualInstant(...bytesOf(text))).toBe(parseInstant(text));
      }),
      { numRuns: 2000 },
    );
  });
});
