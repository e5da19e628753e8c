import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { CompressionCodec } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { readDeclaredEmissions } from '../../../../src/core/refit/card-emissions';
import { refitJson } from '../../../../src/core/refit/result-json';
import { type ExportOptions, type ExportRefit, refit } from '../../../../src/node/export/refit-export';
import { fileWith, folderWith, smallExport, type SmallRecord, toCsv, toJsonLines } from './small-export';

const RECORDS = smallExport();

/** Everything of a result but where it was read from. */
function figuresOf({ source, refit: result }: ExportRefit): unknown {
  const figures = without(refitJson(source, result) as object, 'source');
  return JSON.parse(JSON.stringify(figures)) as unknown;
}

/** A record without some of its columns. */
function without(record: object, ...columns: readonly string[]): object {
  return Object.fromEntries(Object.entries(record).filter(([column]) => !columns.includes(column)));
}

async function figuresFrom(path: string, options: ExportOptions = {}): Promise<unknown> {
  return figuresOf(
    await refit([path], { ...options, quantilePlots: true }, { readCardEmissions: readDeclaredEmissions }),
  );
}

const expected = figuresFrom.bind(null);

async function expectSame(path: string, options: ExportOptions = {}): Promise<void> {
  expect(await figuresFrom(path, options)).toEqual(await expected(fileWith('export.csv', toCsv(RECORDS))));
}

/** The columns of a Parquet file; dates as timestamps, counts as 64-bit integers. */
function parquetColumns(records: readonly SmallRecord[]): ColumnSource[] {
  const column = <K extends keyof SmallRecord>(name: K): SmallRecord[K][] =>
    records.map((record) => record[name]);
  const integers = (values: (number | null)[]): (bigint | null)[] =>
    values.map((value) => (value === null ? null : BigInt(value)));
  return [
    { name: 'model_id', data: column('model_id'), type: 'STRING' },
    { name: 'parameters', data: integers(column('parameters')), type: 'INT64' },
    { name: 'likes', data: integers(column('likes')), type: 'INT64' },
    { name: 'commits', data: column('commits'), type: 'INT32' },
    { name: 'created_at', data: column('created_at').map((text) => new Date(text)), type: 'TIMESTAMP' },
    { name: 'last_modified', data: column('last_modified').map((text) => new Date(text)), type: 'TIMESTAMP' },
    { name: 'pipeline_tag', data: column('pipeline_tag'), type: 'STRING' },
    { name: 'org_type', data: column('org_type'), type: 'STRING' },
    { name: 'co2_eq_emissions', data: column('co2_eq_emissions'), type: 'STRING' },
    { name: 'card_text', data: column('card_text'), type: 'STRING' },
  ];
}

describe('every format gives the same result to the bit', () => {
  test.each<[string, string | Uint8Array]>([
    ['export.tsv', toCsv(RECORDS, '\t')],
    ['crlf.csv', toCsv(RECORDS, ',', '\r\n')],
    ['marked.csv', `\uFEFF${toCsv(RECORDS)}`],
    ['unended.csv', toCsv(RECORDS).trimEnd()],
    ['blank-lines.csv', toCsv(RECORDS).replace('\n', '\n\n')],
    ['export.csv.gz', gzipSync(toCsv(RECORDS))],
    [
      'two-members.csv.gz',
      Buffer.concat([gzipSync(toCsv(RECORDS).slice(0, 500)), gzipSync(toCsv(RECORDS).slice(500))]),
    ],
    ['export.jsonl', toJsonLines(RECORDS)],
    ['export.jsonl.gz', gzipSync(toJsonLines(RECORDS))],
    ['lines.json', toJsonLines(RECORDS)],
    ['export.json', JSON.stringify(RECORDS)],
    ['pretty.json', JSON.stringify(RECORDS, null, 2)],
    ['no-ending', toCsv(RECORDS)],
  ])('%s', async (name, content) => {
    await expectSame(fileWith(name, content));
  });

  test('with another delimiter, where it is named', async () => {
    await expectSame(fileWith('export.csv', toCsv(RECORDS, ';')), { delimiter: ';' });
  });

  test('with columns in another order, and others between them', async () => {
    const shuffled = RECORDS.map((record) =>
      Object.fromEntries(Object.entries({ ...record, note: 'a "b", c' }).reverse()),
    );
    await expectSame(fileWith('export.csv', toCsv(shuffled)));
  });

  const compress: Partial<Record<CompressionCodec, (bytes: Uint8Array) => Uint8Array>> = {
    GZIP: gzipSync,
    BROTLI: brotliCompressSync,
    ZSTD: zstdRaw,
    LZ4: hadoopLz4,
    LZ4_RAW: lz4Literals,
  };

  test.each(['UNCOMPRESSED', 'SNAPPY', ...(Object.keys(compress) as CompressionCodec[])] as const)(
    'Parquet, %s, in several row groups',
    async (codec) => {
      const bytes = parquetWriteBuffer({
        columnData: parquetColumns(RECORDS),
        codec,
        compressors: compress,
        rowGroupSize: 32,
      });
      await expectSame(fileWith('export.parquet', new Uint8Array(bytes)));
    },
  );

  test('Parquet with several pages in a row group, and none of its indexes', async () => {
    const columnData = parquetColumns(RECORDS).map((column) => ({ ...column, offsetIndex: false }));
    const bytes = parquetWriteBuffer({ columnData, pageSize: 200 });
    await expectSame(fileWith('export.parquet', new Uint8Array(bytes)));
  });
});

/** LZ4 of nothing but literals: the one block that is easily written by hand. */
function lz4Literals(bytes: Uint8Array): Uint8Array {
  const length: number[] = [];
  let rest = bytes.length - 15;
  for (; rest >= 255; rest -= 255) length.push(255);
  const head = bytes.length < 15 ? [bytes.length << 4] : [0xf0, ...length, rest];
  return Uint8Array.from([...head, ...bytes]);
}

/** The older LZ4 of Parquet: Hadoop's frame, sizes in big endian before the block. */
function hadoopLz4(bytes: Uint8Array): Uint8Array {
  const block = lz4Literals(bytes);
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(bytes.length);
  sizes.writeUInt32BE(block.length, 4);
  return Buffer.concat([sizes, block]);
}

/** A frame of Zstandard with one raw block, which may hold 128 kB: Node 20 cannot write any other. */
function zstdRaw(bytes: Uint8Array): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  const block = Buffer.alloc(4);
  block.writeUInt32LE((bytes.length << 3) | 1);
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]), size, block.subarray(0, 3), bytes]);
}

describe('folders of part files', () => {
  const halves = [RECORDS.slice(0, 30), RECORDS.slice(30)] as const;

  test.each<[string, Readonly<Record<string, string>>]>([
    [
      'Spark',
      {
        'part-00000-a.c000.csv': toCsv(halves[0]),
        'part-00001-a.c000.csv': toCsv(halves[1]),
        _SUCCESS: '',
        '.part-00000-a.c000.csv.crc': 'crc',
      },
    ],
    [
      'datasets',
      {
        'data/train-00000-of-00002.jsonl': toJsonLines(halves[0]),
        'data/train-00001-of-00002.jsonl': toJsonLines(halves[1]),
        'dataset_info.json': '{}',
        'README.md': '# about',
      },
    ],
    [
      'DuckDB',
      {
        'year=2021/data_0.csv': toCsv(halves[0]),
        'year=2022/data_0.csv': toCsv(halves[1]),
        '.tmp/x.csv': 'junk',
      },
    ],
    [
      'a part without records',
      {
        'part-0.csv': toCsv(RECORDS),
        'part-1.csv': `${toCsv(RECORDS).split('\n')[0] ?? ''}\n`,
        'part-2.csv': '',
      },
    ],
  ])('%s', async (_what, files) => {
    await expectSame(folderWith(files));
  });

  test('files named one by one are read in that order', async () => {
    const folder = folderWith({ 'b.csv': toCsv(halves[0]), 'a.csv': toCsv(halves[1]) });
    const result = await refit([join(folder, 'b.csv'), join(folder, 'a.csv')], { quantilePlots: true });
    expect(figuresOf(result)).toEqual(await expected(fileWith('export.csv', toCsv(RECORDS))));
    expect(result.source.files.map(({ name, records }) => [name, records])).toEqual([
      ['b.csv', 30],
      ['a.csv', 50],
    ]);
  });
});

describe('the shapes of real exports', () => {
  const hub = (record: SmallRecord): Record<string, unknown> => ({
    _id: '0',
    modelId: record.model_id,
    likes: record.likes,
    createdAt: record.created_at,
    lastModified: record.last_modified,
    pipeline_tag: record.pipeline_tag,
    ...(record.parameters === null
      ? {}
      : { safetensors: { parameters: { F32: record.parameters }, total: record.parameters } }),
    cardData: {
      license: 'mit',
      ...(record.co2_eq_emissions === null
        ? {}
        : { co2_eq_emissions: { emissions: Number(record.co2_eq_emissions), source: 'x' } }),
    },
  });
  const withoutText = RECORDS.filter(({ card_text: card }) => card === null);
  const asCsv = (): string =>
    toCsv(withoutText.map((record) => without(record, 'commits', 'org_type', 'card_text')));

  test("the Hub API's JSON", async () => {
    const path = fileWith('models.json', JSON.stringify(withoutText.map(hub)));
    expect(await figuresFrom(path)).toEqual(await figuresFrom(fileWith('flat.csv', asCsv())));
  });

  test('the same as CSV, with JSON in its cells', async () => {
    const records = withoutText.map((record) => ({ safetensors: null, ...hub(record) }));
    const path = fileWith('models.csv', toCsv(records));
    expect(await figuresFrom(path)).toEqual(await figuresFrom(fileWith('flat.csv', asCsv())));
  });

  test('hub-stats: Parquet with a struct, and JSON text in cardData', async () => {
    const element = (name: string, rest: object): object => ({ name, repetition_type: 'OPTIONAL', ...rest });
    const text = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    const schema = [
      { name: 'root', num_children: 7 },
      element('modelId', text),
      element('likes', { type: 'INT64' }),
      element('createdAt', text),
      element('lastModified', text),
      element('pipeline_tag', text),
      element('cardData', text),
      element('safetensors', { num_children: 1 }),
      element('total', { type: 'INT64' }),
    ] as NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>;
    const rows = withoutText.map(hub);
    const pick = (name: string): unknown[] => rows.map((row) => row[name] ?? null);
    const columnData = [
      ...['modelId', 'likes', 'createdAt', 'lastModified', 'pipeline_tag'].map((name) => ({
        name,
        data: name === 'likes' ? pick(name).map((value) => BigInt(value as number)) : pick(name),
      })),
      { name: 'cardData', data: pick('cardData').map((value) => JSON.stringify(value)) },
      {
        name: 'safetensors',
        data: withoutText.map(({ parameters }) =>
          parameters === null ? null : { total: BigInt(parameters) },
        ),
      },
    ];
    const bytes = parquetWriteBuffer({ columnData, schema });
    const path = fileWith('models.parquet', new Uint8Array(bytes));
    expect(await figuresFrom(path)).toEqual(await figuresFrom(fileWith('flat.csv', asCsv())));
  });

  test('whole cards: the front matter is read, then the text', async () => {
    const card = ({ co2_eq_emissions: grams, card_text: text }: SmallRecord, at: number): string => {
      const front =
        grams === null
          ? ''
          : at % 2 === 0
            ? `co2_eq_emissions: ${grams}\n`
            : `co2_eq_emissions:\n  emissions: ${grams}\n  source: CodeCarbon\n`;
      return `---\nlicense: mit\n${front}---\n${text ?? '# m\n'}`;
    };
    const cards = RECORDS.map((record, at) => {
      return { ...without(record, 'co2_eq_emissions', 'card_text'), card: card(record, at) };
    });
    await expectSame(fileWith('cards.jsonl', toJsonLines(cards)));
    await expectSame(fileWith('cards.csv', toCsv(cards)));
  });

  test('what is missing is no term, and is said', async () => {
    const { source, refit: result } = await refit([fileWith('flat.csv', asCsv())]);
    expect(result.pipeline.initial.columns).not.toContain('commits_to_date');
    expect(source.missing).toEqual(['commits', 'org_type', 'card_text']);
    expect(result.warnings).toContainEqual(
      'The export has no column for commits_to_date, so there is no such term.',
    );
  });

  test('other names are mapped by hand', async () => {
    const renamed = RECORDS.map(({ likes, commits, ...rest }) => ({
      stars: likes,
      'n, commits': commits,
      ...rest,
    }));
    await expectSame(fileWith('renamed.csv', toCsv(renamed)), {
      overrides: [
        { column: 'stars', field: 'likes' },
        { column: 'n, commits', field: 'commits' },
      ],
    });
  });
});

test('the order of the rows matters in the last digits at most', async () => {
  const reversed = [...RECORDS].reverse();
  const [one, other] = [
    await refit([fileWith('export.csv', toCsv(RECORDS))]),
    await refit([fileWith('export.csv', toCsv(reversed))]),
  ];
  const last = RECORDS.length - 1;
  const rowsOf = ({ refit: result }: ExportRefit): number[][] =>
    result.pipeline.influence.map(({ removed }) => [...removed].sort((a, b) => a - b));
  expect(rowsOf(other).map((rows) => rows.map((row) => last - row).reverse())).toEqual(rowsOf(one));
  for (const [j, value] of other.refit.pipeline.fit.params.entries()) {
    expect(value).toBeCloseTo(one.refit.pipeline.fit.params[j] ?? NaN, 10);
  }
});
