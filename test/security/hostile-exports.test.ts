// Exports that someone wrote to hang, end or mislead a refit: each with what its user sees.
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { refit } from '../../src/node/export/refit-export';
import { fileWith, smallExport, toCsv, toJsonLines } from '../unit/node/export/small-export';
import { timed } from './hostile-file';

/** Processor time for one file, in milliseconds; megabytes of it take tenths of a second on a quiet machine. */
const MOST_TIME = 15_000;
/** The same where no more than a line is read, and nothing built: without that, these take seconds, or all the memory. */
const SOON = 2_000;

const RECORDS = smallExport();
const CSV = toCsv(RECORDS);
const LINES = toJsonLines(RECORDS);
const ROWS = 20_000;

/** A Parquet file of one column and one page, in which some bytes are replaced by others, as they may be in its footer. */
function parquet(from: string, to: string): Uint8Array {
  const data = Array.from({ length: ROWS }, (_, at) => at + 0.5);
  const columnData = [{ name: 'co2_eq_emissions', data, type: 'DOUBLE' as const }];
  const file = Buffer.from(
    parquetWriteBuffer({ columnData, codec: 'UNCOMPRESSED', rowGroupSize: ROWS, pageSize: 1 << 24 }),
  );
  const [sought, put] = [Buffer.from(from, 'hex'), Buffer.from(to, 'hex')];
  const at = file.indexOf(sought);
  if (at < 0) throw new Error(`${from} is not there: the library writes other headers than it did.`);
  const changed = Buffer.concat([file.subarray(0, at), put, file.subarray(at + sought.length)]);
  const lengthAt = changed.length - 8;
  changed.writeUInt32LE(changed.readUInt32LE(lengthAt) + put.length - sought.length, lengthAt);
  return new Uint8Array(changed);
}

/** A Parquet file without rows whose columns stand in each other, each with a name of so many letters. */
function deepParquet(depth: number, letters: number): Uint8Array {
  const name = 'x'.repeat(letters);
  const around = Array.from({ length: depth - 1 }, () => ({ name, num_children: 1 }));
  const schema = [{ name: 'root', num_children: 1 }, ...around, { name, type: 'DOUBLE' as const }];
  return new Uint8Array(parquetWriteBuffer({ columnData: [], schema }));
}

/** A Parquet file whose footer is one number of so many bytes. */
function endlessFooter(bytes: number): Uint8Array {
  // The field of 64 bits that is the first.
  const footer = Buffer.concat([Buffer.from([0x16]), Buffer.alloc(bytes, 0xff)]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return new Uint8Array(Buffer.concat([Buffer.from('PAR1'), footer, length, Buffer.from('PAR1')]));
}

async function seen(name: string, content: string | Uint8Array): Promise<string> {
  try {
    const { refit: result } = await refit([fileWith(name, content)]);
    return `fitted to ${result.design.response.length} rows`;
  } catch (error) {
    if (error instanceof Error && error.name === 'RefitError') return error.message;
    throw error;
  }
}

const tooDeep = (where: string): RegExp =>
  new RegExp(
    `^${where}: the record is nested more than 200 levels deep, where others have about ten\\. Remove it, or make the export anew\\.$`,
  );
const DEEP_COLUMNS =
  /^export\.parquet has columns that are nested more than 200 levels deep, where others have about ten\. Make the export anew\.$/;
const FITTED = /^fitted to \d\d rows$/;
/** Twenty thousand in Parquet's headers, and what stands around it in those of the page, its levels and the row group. */
const [VALUES, LEVELS, LEVEL_BYTES, GROUP_ROWS] = [
  '5c15c0b802',
  '15000000c0b80201',
  '1508150000',
  '16c0b80236',
];

type Hostile = readonly [what: string, name: string, content: () => string | Uint8Array, sees: RegExp];

const TEXT: readonly Hostile[] = [
  [
    'a quoted cell of 10 MB',
    'export.csv',
    () => `${CSV}"${'x'.repeat(10 << 20)}",1,2,3,4,5,6,7,8,9\n`,
    FITTED,
  ],
  [
    'five million doubled quotes',
    'export.csv',
    () => `${CSV}"${'""'.repeat(5 << 20)}",1,2,3,4,5,6,7,8,9\n`,
    FITTED,
  ],
  [
    'a record of 70 MB',
    'export.csv',
    () => `${CSV}"${'x'.repeat(70 << 20)}`,
    /^export\.csv: record 80 is longer than 64 MB; a quote may never be closed in it\.$/,
  ],
  [
    'twenty million commas',
    'export.csv',
    () => CSV + ','.repeat(20_000_000),
    /^export\.csv, line 102 \(record 80\): the record has 20,000,001 cells, but the header has 10\.$/,
  ],
  ['twenty million blank lines', 'export.csv', () => CSV + '\n'.repeat(20_000_000), FITTED],
  [
    'a header of a million columns',
    'export.csv',
    () => `${'x,'.repeat(999_999)}x\n1\n`,
    /^export\.csv has 1,000,000 columns; an export of models has some dozens\. Is it transposed\?$/,
  ],
  [
    'columns called __proto__ and constructor',
    'export.csv',
    () => CSV.replace('likes', '__proto__').replace('commits', 'constructor'),
    FITTED,
  ],
  [
    'keys called __proto__ that hold likes',
    'export.jsonl',
    () => LINES.replaceAll('"likes":', '"__proto__":{"likes":9},"likes":'),
    FITTED,
  ],
  [
    'commands to a terminal in the name of a column',
    'export.csv',
    () => CSV.replace('co2_eq_emissions', '\u001b[31m\u0085mine').replace('card_text', 'x'),
    /: it has .*" \[31m mine"/,
  ],
  [
    'Infinity for every size',
    'export.csv',
    () => toCsv(RECORDS.map((record) => ({ ...record, parameters: 'Infinity' }))),
    /^All 80 records had to be dropped: .* for no readable number of parameters \(row 0: "Infinity"\)\.$/,
  ],
  ['a line of 60 MB', 'export.jsonl', () => `${LINES}{"model_id":"${'x'.repeat(60 << 20)}"}\n`, FITTED],
  [
    'a line of 100 MB',
    'export.jsonl',
    () => `${LINES}{"model_id":"${'x'.repeat(100 << 20)}`,
    /^export\.jsonl, line 81 is longer than 64 MB: these are no JSON lines\.$/,
  ],
  ['halves of characters', 'export.jsonl', () => LINES.replaceAll('user', '\\ud800'), FITTED],
  [
    'CR, LF and CRLF in turn',
    'export.csv',
    () =>
      CSV.split('\n')
        .map((line, at) => `${line}${['\n', '\r\n', '\r'][at % 3] ?? ''}`)
        .join(''),
    FITTED,
  ],
];

const PACKED: readonly Hostile[] = [
  [
    '200 KB of gzip that unpack to 200 MB of NUL',
    'export.csv.gz',
    () => gzipSync(Buffer.alloc(200 << 20)),
    /^export\.csv\.gz is not text: it holds NUL bytes/,
  ],
  [
    '100 KB of gzip that unpack to one record of 100 MB',
    'export.csv.gz',
    () => gzipSync(Buffer.concat([Buffer.from(CSV), Buffer.alloc(100 << 20, 'x')])),
    /^export\.csv\.gz: record 80 is longer than 64 MB/,
  ],
  [
    'a page of Parquet that unpacks to 257 MB',
    'export.parquet',
    () =>
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [{ name: 'co2_eq_emissions', data: ['x'.repeat(257 << 20)], type: 'STRING' }],
        }),
      ),
    /^export\.parquet is a damaged Parquet file, or cut off: a page has the unpacked size \d+, which cannot be\.$/,
  ],
  [
    'a page that claims a million values for twenty thousand rows',
    'export.parquet',
    () => parquet(VALUES, '5c1580897a'),
    /: a page has the number of values 1000000, which cannot be\.$/,
  ],
  [
    'a run of a million levels',
    'export.parquet',
    () => parquet(LEVELS, '15000000feff7f01'),
    /: a page has the number of values 1048575, which cannot be\.$/,
  ],
  [
    'levels of less than no bytes',
    'export.parquet',
    () => parquet(LEVEL_BYTES, '1507150000'),
    /: a page has the size of levels -4, which cannot be\.$/,
  ],
  [
    'a row group that claims more rows than it has',
    'export.parquet',
    () => parquet(GROUP_ROWS, '1680897a36'),
    /: co2_eq_emissions has fewer values than the file has rows\.$/,
  ],
  [
    'a row group of a million million rows',
    'export.parquet',
    () => parquet(GROUP_ROWS, '1680c0a8ca9a3a36'),
    /: it says that its 160,20\d bytes hold 1,000,000,000,000 rows\.$/,
  ],
];

/** JSON of some depth, closed as it should be. */
const lists = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
/** The records with one more value in the last. */
const withValue = (value: string): string => LINES.replace(/\}\n$/, `,"more":${value}}\n`);
const asArray = (lines: string): string => `[${lines.trim().split('\n').join(',\n')}]`;

const NESTED: readonly Hostile[] = [
  ['fifty million lists', 'export.json', () => '['.repeat(50_000_000), tooDeep('export\\.json, record 0')],
  [
    'the same, packed',
    'export.json.gz',
    () => gzipSync('['.repeat(50_000_000)),
    tooDeep('export\\.json\\.gz, record 0'),
  ],
  [
    'ten million objects',
    'export.json',
    () => `[${objects(10_000_000)}]`,
    tooDeep('export\\.json, record 0'),
  ],
  [
    'lists in the last record',
    'export.json',
    () => asArray(withValue(lists(20_000_000))),
    tooDeep('export\\.json, record 79'),
  ],
  [
    'a line of ten million objects',
    'export.jsonl',
    () => `${objects(10_000_000)}\n`,
    tooDeep('export\\.jsonl, line 1'),
  ],
  [
    'a line of thirty million lists',
    'export.jsonl',
    () => `${lists(30_000_000)}\n`,
    tooDeep('export\\.jsonl, line 1'),
  ],
  ['the same, not closed', 'export.jsonl', () => '['.repeat(60_000_000), tooDeep('export\\.jsonl, line 1')],
  [
    'the same, packed',
    'export.jsonl.gz',
    () => gzipSync(lists(30_000_000)),
    tooDeep('export\\.jsonl\\.gz, line 1'),
  ],
  [
    'lists in the last line',
    'export.jsonl',
    () => withValue(lists(30_000_000)),
    tooDeep('export\\.jsonl, line 80'),
  ],
  ['201 levels', 'export.json', () => asArray(withValue(lists(200))), tooDeep('export\\.json, record 79')],
  ['201 levels in a line', 'export.jsonl', () => withValue(lists(200)), tooDeep('export\\.jsonl, line 80')],
  ['200 levels', 'export.json', () => asArray(withValue(lists(199))), FITTED],
  ['200 levels in a line', 'export.jsonl', () => withValue(lists(199)), FITTED],
  [
    'brackets in a text',
    'export.jsonl',
    () => withValue(JSON.stringify(`\\"${'['.repeat(10_000_000)}`)),
    FITTED,
  ],
  [
    'thirty million lists in a cell that holds JSON',
    'export.jsonl',
    () => toJsonLines([{ model_id: 'a', cardData: `{"co2_eq_emissions":${lists(15_000_000)}}`, likes: 1 }]),
    /^The only record had to be dropped: 1 for no emissions, or none that can be read\.$/,
  ],
  [
    'a footer that is one number',
    'export.parquet',
    () => endlessFooter(1_000_000),
    /^export\.parquet is a damaged Parquet file, or cut off: its footer has a number without an end\.$/,
  ],
  ['2,500 columns in each other', 'export.parquet', () => deepParquet(2500, 1000), DEEP_COLUMNS],
  ['201 columns', 'export.parquet', () => deepParquet(201, 1), DEEP_COLUMNS],
  [
    '200 columns',
    'export.parquet',
    () => deepParquet(200, 1),
    /^export\.parquet has no column of emissions and none of model cards/,
  ],
];

describe('each hostile export: what its user sees, and in time', () => {
  describe.each([
    ['text', TEXT, MOST_TIME],
    ['packed', PACKED, MOST_TIME],
    ['nested', NESTED, SOON],
  ])('%s', (_group, exports, most) => {
    test.each(exports)('%s', async (_what, name, content, sees) => {
      const made = content();
      const { result, time } = await timed(most, () => seen(name, made));
      expect(result).toMatch(sees);
      expect(time).toBeLessThan(most);
    });
  });
});
