import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { type ExportOptions, refit } from '../../../../src/node/export/refit-export';
import { fileWith, folderWith, smallExport, toCsv, toJsonLines } from './small-export';

const RECORDS = smallExport();
const CSV = toCsv(RECORDS);
const LINES = CSV.split('\n');
const HEADER = LINES[0] ?? '';

async function messageOf(path: string, options: ExportOptions = {}): Promise<string> {
  try {
    await refit([path], options);
  } catch (error) {
    if (error instanceof Error && error.name === 'RefitError') return error.message;
    throw error;
  }
  throw new Error('The export was read without a word.');
}

/** The CSV with one record changed. */
function withRecord(at: number, change: (line: string) => string): string {
  return LINES.map((line, index) => (index === at + 1 ? change(line) : line)).join('\n');
}

const parquet = (): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        {
          name: 'co2_eq_emissions',
          data: RECORDS.map(({ co2_eq_emissions: grams }) => Number(grams)),
          type: 'DOUBLE',
        },
        { name: 'likes', data: RECORDS.map(({ likes }) => BigInt(likes)), type: 'INT64' },
      ],
    }),
  );

describe('a file that is no export', () => {
  test.each<[string, string, string | Uint8Array, RegExp]>([
    ['an empty file', 'export.csv', '', /^export\.csv is empty\.$/],
    ['blank lines', 'export.csv', '\n\n\n', /^export\.csv is empty\.$/],
    ['an empty gzip', 'export.csv.gz', gzipSync(''), /is empty/],
    ['a binary file', 'export.csv', Buffer.from([1, 2, 0, 3, 255]), /is not text: it holds NUL bytes/],
    ['UTF-16', 'export.csv', Buffer.from(`\uFEFF${CSV}`, 'utf16le'), /is UTF-16: save it as UTF-8/],
    ['UTF-16 without a mark', 'export.csv', Buffer.from(CSV, 'utf16le'), /holds NUL bytes/],
    ['a zip archive', 'export.csv', Buffer.from('PK\u0003\u0004…'), /is a zip archive or an Excel workbook/],
    ['an Arrow file', 'export.arrow', Buffer.from('ARROW1\0\0'), /is an Arrow file/],
    ['text called Parquet', 'export.parquet', CSV, /is no Parquet file, or a damaged one/],
    ['JSON that is no record', 'export.json', '"hello"', /a record must be an object/],
    ['a JSON array of numbers', 'export.json', '[1, 2, 3]', /record 0: a record must be an object/],
    [
      'JSON over several lines',
      'export.jsonl',
      '{\n"a": 1\n}\n',
      /line 1: JSON lines hold one whole record a line/,
    ],
  ])('%s', async (_what, name, content, message) => {
    expect(await messageOf(fileWith(name, content))).toMatch(message);
  });

  test('one that is not there', async () => {
    expect(await messageOf('/no/such/export.csv')).toBe('/no/such/export.csv does not exist.');
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['nothing', { 'README.md': '' }, /holds no data files: none ends in \.csv/],
    [
      'only marks and hidden files',
      { _SUCCESS: '', '.part-0.csv.crc': 'x', '_temporary/part-0.csv': CSV },
      /holds no data files/,
    ],
    ['only empty files', { 'part-00000': '', 'part-00001': '' }, /holds nothing but empty files/],
    [
      'files of two exports',
      { 'a.csv': CSV, 'b.csv': CSV.replace('likes', 'stars') },
      /b\.csv has no column for likes, but a\.csv has one/,
    ],
  ])('a folder with %s', async (_what, files, message) => {
    expect(await messageOf(folderWith(files))).toMatch(message);
  });
});

describe('a damaged file', () => {
  test.each<[string, string, string | Uint8Array, RegExp]>([
    [
      'a gzip that is cut off',
      'export.csv.gz',
      gzipSync(CSV).subarray(0, 1500),
      /is cut off: its gzip data ends too early/,
    ],
    ['a gzip that is none', 'export.csv.gz', CSV, /is damaged: its gzip data cannot be unpacked/],
    [
      'a Parquet file that is cut off',
      'export.parquet',
      parquet().subarray(0, 400),
      /is a damaged Parquet file, or cut off/,
    ],
    [
      'a Parquet file with a broken page',
      'export.parquet',
      parquet().fill(255, 30, 200),
      /is a damaged Parquet file, or cut off/,
    ],
    ['a Parquet file of four bytes', 'export.parquet', 'PAR1', /is a damaged Parquet file, or cut off/],
    [
      'a gzipped Parquet file',
      'export.parquet.gz',
      gzipSync(parquet()),
      /is a gzipped Parquet file\. Unpack it first/,
    ],
    [
      'a JSON array that is cut off',
      'export.json',
      JSON.stringify(RECORDS).slice(0, -200),
      /is cut off: its JSON ends within record \d+/,
    ],
    [
      'a JSON array with NaN',
      'export.json',
      '[{"likes": NaN}]',
      /is not whole JSON from record 0 on\. \(NaN and Infinity are no JSON/,
    ],
    [
      'a JSON line that is cut off',
      'export.jsonl',
      toJsonLines(RECORDS).slice(0, -40),
      /line 80: not a whole JSON record: \{"model_id"/,
    ],
    [
      'a JSON line with NaN',
      'export.jsonl',
      '{"likes": 1}\n{"likes": NaN}\n',
      /line 2: NaN is no JSON; write null/,
    ],
    ['a JSON line with Infinity', 'export.jsonl', '{"likes": -Infinity}\n', /line 1: -Infinity is no JSON/],
    [
      'a quote that is never closed',
      'export.csv',
      withRecord(3, (line) => line.replace(/,/, ',"')),
      /line 5 \(record 3\): .*(never closed|follows its closing quote)/,
    ],
    ['the end within quotes', 'export.csv', `${CSV}"abc`, /a quote is opened here and never closed/],
  ])('%s', async (_what, name, content, message) => {
    expect(await messageOf(fileWith(name, content))).toMatch(message);
  });
});

describe('a table that does not hold together', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    [
      'semicolons',
      toCsv(RECORDS, ';'),
      /is separated by semicolons, not by commas\. Say so with --delimiter ';'/,
    ],
    ['tabs in a .csv', toCsv(RECORDS, '\t'), /is separated by tabs, not by commas/],
    ['bars', toCsv(RECORDS, '|'), /is separated by bars/],
    [
      'a record too short',
      withRecord(2, () => 'a,b'),
      /line 4 \(record 2\): the record has 2 cells, but the header has 10/,
    ],
    [
      'a record too long',
      withRecord(2, (line) => `${line},x`),
      /the record has 11 cells, but the header has 10/,
    ],
    ['two columns of one name', CSV.replace('commits', 'likes'), /has more than one column called "likes"/],
    [
      'a million columns',
      `${'x,'.repeat(999_999)}x\n1\n`,
      /has 1,000,000 columns; an export of models has some dozens/,
    ],
    [
      'Latin-1',
      Buffer.from(
        withRecord(5, (line) => line.replace('user', 'usér')),
        'latin1',
      ),
      /line 7: not UTF-8, perhaps Latin-1/,
    ],
  ])('%s', async (_what, content, message) => {
    expect(await messageOf(fileWith('export.csv', content))).toMatch(message);
  });

  test('JSON lines in Latin-1', async () => {
    const bytes = Buffer.from('{"a": 1}\n{"b": "é"}\n', 'latin1');
    expect(await messageOf(fileWith('export.jsonl', bytes))).toMatch(/line 2: not UTF-8/);
  });

  test('a record with a million keys', async () => {
    const keys = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, at]));
    expect(await messageOf(fileWith('export.json', JSON.stringify([keys])))).toMatch(/has 20,000 columns/);
  });
});

describe('an export that cannot be fitted', () => {
  const changed = (change: (record: (typeof RECORDS)[number], at: number) => object): string =>
    toCsv(RECORDS.map(change));

  test.each<[string, string, RegExp]>([
    ['a header alone', `${HEADER}\n`, /holds no records/],
    [
      'no column of emissions',
      'model,likes\na,1\n',
      /has no column of emissions and none of model cards: it has "model", "likes"\. Name one with --map/,
    ],
    [
      'no emissions that can be read',
      changed((record) => ({ ...record, co2_eq_emissions: 'twelve', card_text: '' })),
      /All 80 records had to be dropped: 80 for no emissions, or none that can be read \(row 0: "twelve"\)\./,
    ],
    [
      'NaN throughout',
      changed((record) => ({ ...record, co2_eq_emissions: 'nan', card_text: '' })),
      /All 80 records had to be dropped/,
    ],
    [
      'infinity throughout',
      changed((record) => ({ ...record, co2_eq_emissions: '1e999', card_text: '' })),
      /All 80 records had to be dropped/,
    ],
    [
      'sizes in words',
      changed((record) => ({ ...record, parameters: '7B' })),
      /for no readable number of parameters \(row 0: "7B"\)/,
    ],
    [
      'dates of another kind',
      changed((record) => ({ ...record, created_at: '07/08/2023' })),
      /for no readable dates \(YYYY-MM-DD .*07\/08\/2023/,
    ],
    ['fewer rows than terms', toCsv(RECORDS.slice(0, 4)), /rows are too few to fit \d+ terms/],
    ['one row', toCsv(RECORDS.slice(0, 1)), /1 row is too few|no predictor of the export varies/],
    [
      'a predictor twice',
      changed((record) => ({ ...record, likes: record.commits })),
      /“(likes|commits_to_date)” can be computed from/,
    ],
    [
      'nothing that varies',
      changed((record) => ({ co2_eq_emissions: record.co2_eq_emissions, likes: 3 })),
      /no predictor of the export varies/,
    ],
  ])('%s', async (_what, content, message) => {
    expect(await messageOf(fileWith('export.csv', content))).toMatch(message);
  });
});

test('nothing is left lying about', async () => {
  const folder = folderWith({ 'export.csv': 'a;b\n' });
  await messageOf(folder);
  expect(readdirSync(folder)).toEqual(['export.csv']);
});
