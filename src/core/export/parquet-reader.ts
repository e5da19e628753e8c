import type { Compressors, FileMetaData, RowGroup, SchemaTree } from 'hyparquet';
import * as l10n from '@vscode/l10n';
import { excerpt } from '../card/excerpt';
import type { ColumnMap } from '../refit/column-map';
import { FIELDS } from '../refit/fields';
import { DAY } from '../refit/instant-text';
import { descend, ValueRecord } from '../refit/record-view';
import { RefitCancelled, RefitError } from '../refit/refit-error';
import { splitPath } from './json-record';
import { type Cells, ParquetColumn } from './parquet-column';
import { refuseDeepColumns } from './parquet-depth';
import { refuseEndlessNumbers } from './parquet-footer';
import { openParquetFile, type ParquetFile } from './parquet-file';
import { ParquetPages } from './parquet-pages';
import type { NativeBytes } from './native-bytes';
import type { ExportPlatform, ParquetLibrary } from './platform';
import type { ExportFile, RecordSink } from './record-sink';
import { grouped } from '../quantity/grouped';

/** Rows decoded at a time: writers put up to a million into one row group. */
const WINDOW = 1 << 15;
/** An export of models has some dozens. */
const MOST_COLUMNS = 10_000;

/** Brotli's tables are as large as all the rest of the library: where nothing native unpacks it, it is refused. */
function compressorsOf(library: ParquetLibrary, native: Compressors): Compressors {
  return {
    SNAPPY: library.decompressSnappy,
    ZSTD: (input) => library.decompressZstd(input),
    LZ4: library.decompressLz4,
    LZ4_RAW: library.decompressLz4Raw,
    GZIP: library.decompressGzip,
    BROTLI() {
      throw new RefitError(
        l10n.t(
          'The Parquet file is packed with Brotli, which cannot be unpacked here. Write it with Snappy or zstd.',
        ),
      );
    },
    ...native,
  };
}

/**
 * A column with fewer bytes a row is decoded for a whole row group at once: its pages, of a megabyte each as writers
 * make them, hold more rows than two windows, and would be decoded anew for each window.
 */
const NARROW = 16;

/**
 * A moment is kept as its milliseconds: a million `Date`s weigh as much as the rest of the export.
 */
const parsersOf = (native: NativeBytes) => ({
  timestampFromMilliseconds: (milliseconds: bigint) => Number(milliseconds),
  timestampFromMicroseconds: (microseconds: bigint) => Number(microseconds / 1000n),
  timestampFromNanoseconds: (nanoseconds: bigint) => Number(nanoseconds / 1_000_000n),
  dateFromDays: (days: number) => days * DAY,
  stringFromBytes: (bytes: Uint8Array | undefined) => bytes && native.decoderOf(bytes)(0, bytes.length),
});

/** The library, and how it is to read this file. */
interface ParquetReading {
  readonly library: ParquetLibrary;
  readonly parquet: ParquetFile;
  readonly metadata: FileMetaData;
  readonly schema: SchemaTree;
  readonly pages: ParquetPages;
  readonly parsers: ReturnType<typeof parsersOf>;
}

/** Reads a Parquet file: only the columns that are needed, a window of rows at a time. */
export async function readParquet(
  file: ExportFile,
  sink: RecordSink,
  platform: ExportPlatform,
): Promise<void> {
  if (file.gzipped) {
    throw new RefitError(
      l10n.t('{0} is a gzipped Parquet file. Unpack it first: Parquet is compressed within.', file.name),
    );
  }
  const library = await platform.loadParquet();
  const parsers = parsersOf(file.native);
  const parquet = await openParquetFile(file);
  try {
    await refuseEndlessNumbers(parquet);
    const metadata = await library.parquetMetadataAsync(parquet, { parsers, geoparquet: false });
    refuseDeepColumns(metadata.schema, file.name);
    const schema = library.parquetSchema(metadata);
    const map = sink.begin(columnsOf(schema, file.name));
    sink.saw(map.keys());
    checkRows(metadata, file);
    const pages = new ParquetPages(library, compressorsOf(library, platform.compressors));
    await readRows({ library, parquet, metadata, schema, pages, parsers }, map, sink);
  } catch (error) {
    if (error instanceof RefitError || error instanceof RefitCancelled) throw error;
    throw new RefitError(
      l10n.t('{0} is a damaged Parquet file, or cut off: {1}.', file.name, reasonOf(error)),
    );
  } finally {
    await parquet.close();
  }
}

async function readRows(reading: ParquetReading, map: ColumnMap, sink: RecordSink): Promise<void> {
  const { library, parquet, metadata, schema, pages, parsers } = reading;
  const topLevel = schema.children.map(({ element }) => element.name);
  const record = new ParquetRecord(map, new Set(topLevel), momentColumns(schema));
  const scan = await library.parquetScan({
    file: parquet,
    metadata,
    columns: record.columns,
    compressors: pages.compressors,
    parsers,
    geoparquet: false,
    // An index may point at bytes that are no page, and nobody has looked at.
    useOffsetIndex: false,
  });
  const groups = metadata.row_groups.filter(({ num_rows: rows }) => rows > 0n);
  for (const [index, { rowStart, rowEnd }] of scan.ranges.entries()) {
    const group = groups[index];
    const inParts = await loadColumns(reading, group, record);
    for (const column of inParts.filter((name) => isNarrow(group, name))) {
      // The scan keeps what it has read of a column, and cuts the windows out of it.
      await scan.readColumn({ column, rowStart, rowEnd });
    }
    sink.advanced(parquet.consumed);
    for (let start = rowStart; start < rowEnd; start += WINDOW) {
      const end = Math.min(rowEnd, start + WINDOW);
      for (const column of inParts) {
        const values = await scan.readColumn({ column, rowStart: start, rowEnd: end });
        if (values.length !== end - start)
          throw new Error(l10n.t('{0} has fewer values than the file has rows', column));
        record.load(column, { at: (row): unknown => values[row - (start - rowStart)] });
      }
      for (let row = start; row < end; row++) {
        record.row = row - rowStart;
        sink.add(record);
      }
      sink.advanced(parquet.consumed);
    }
    parquet.forget();
    pages.forget();
  }
}

/** A file may say that it has more rows than any file of its size: a run of nothing takes no room. */
const MOST_ROWS = 1_000_000;
const MOST_ROWS_PER_BYTE = 1000;

function checkRows({ row_groups: groups }: FileMetaData, { bytes }: ExportFile): void {
  const rows = groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  if (rows > MOST_ROWS + MOST_ROWS_PER_BYTE * bytes) {
    throw new Error(l10n.t('it says that its {0} bytes hold {1} rows', grouped(bytes), grouped(rows)));
  }
}

/**
 * Loads the columns of a row group that have no parts, and looks at the pages of the others.
 *
 * @returns the columns in parts, which the scan reads
 */
async function loadColumns(
  { library, metadata, pages, parquet, parsers }: ParquetReading,
  group: RowGroup | undefined,
  record: ParquetRecord,
): Promise<string[]> {
  const inParts = new Set(record.columns);
  for (const { meta_data: meta } of group?.columns ?? []) {
    const [column = ''] = meta?.path_in_schema ?? [];
    if (group === undefined || meta === undefined || !record.columns.includes(column)) continue;
    const start = Number(meta.dictionary_page_offset ?? meta.data_page_offset);
    const chunk = await parquet.slice(start, start + Number(meta.total_compressed_size));
    const schemaPath = library.getSchemaPath(metadata.schema, meta.path_in_schema);
    const facts = { meta, schemaPath, rows: Number(group.num_rows) };
    if (!library.isFlatColumn(schemaPath)) {
      pages.checkAll(chunk, facts);
      continue;
    }
    const decoder = {
      pathInSchema: meta.path_in_schema,
      type: meta.type,
      element: schemaPath[1]?.element ?? { name: column },
      schemaPath,
      codec: meta.codec,
      compressors: pages.compressors,
      parsers: { ...library.DEFAULT_PARSERS, ...parsers },
    };
    record.load(column, new ParquetColumn(chunk, library, pages, facts, decoder));
    inParts.delete(column);
  }
  return [...inParts];
}

function isNarrow(group: RowGroup | undefined, column: string): boolean {
  if (group === undefined) return false;
  const chunks = group.columns.filter(({ meta_data: chunk }) => chunk?.path_in_schema[0] === column);
  const bytes = chunks.reduce((sum, { meta_data: chunk }) => sum + Number(chunk?.total_uncompressed_size), 0);
  return bytes < NARROW * Number(group.num_rows);
}

/** The top-level columns of dates and times. */
function momentColumns(schema: SchemaTree): Set<string> {
  const moments = schema.children.filter(({ element }) => {
    const types = [element.type, element.converted_type, element.logical_type?.type];
    return types.some((type) => type !== undefined && /^(DATE|TIMESTAMP|INT96)/.test(type));
  });
  return new Set(moments.map(({ element }) => element.name));
}

/** A row of the row group that is loaded. */
class ParquetRecord extends ValueRecord {
  row = 0;
  /** The top-level columns that are read. */
  readonly columns: string[];
  readonly #cells: (Cells | undefined)[] = FIELDS.map(() => undefined);
  readonly #places: readonly ({ readonly column: string; readonly inside: readonly string[] } | null)[];

  constructor(
    map: ColumnMap,
    topLevel: ReadonlySet<string>,
    private readonly moments: ReadonlySet<string>,
  ) {
    super();
    this.#places = FIELDS.map((field) => {
      const path = map.get(field);
      if (path === undefined) return null;
      const [column = '', ...inside] = topLevel.has(path) ? [path] : splitPath(path);
      return { column, inside };
    });
    this.columns = [...new Set(this.#places.flatMap((place) => (place === null ? [] : [place.column])))];
  }

  load(column: string, cells: Cells): void {
    for (const [slot, place] of this.#places.entries()) {
      if (place?.column === column) this.#cells[slot] = cells;
    }
  }

  protected override cell(slot: number): unknown {
    const value: unknown = this.#cells[slot]?.at(this.row);
    const inside = this.#places[slot]?.inside ?? [];
    if (inside.length > 0) return descend(value, inside);
    return typeof value === 'number' && this.#isMoment(slot) ? new Date(value) : value;
  }

  override instant(slot: number): number {
    const value: unknown = this.#cells[slot]?.at(this.row);
    return typeof value === 'number' && this.#isMoment(slot) ? value : super.instant(slot);
  }

  #isMoment(slot: number): boolean {
    return this.moments.has(this.#places[slot]?.column ?? '');
  }
}

function columnsOf(schema: SchemaTree, file: string): string[] {
  const columns: string[] = [];
  const list = (node: SchemaTree): void => {
    for (const child of node.children) {
      columns.push(child.path.join('.'));
      list(child);
    }
  };
  list(schema);
  if (columns.length > MOST_COLUMNS) {
    throw new RefitError(
      l10n.t(
        '{0} has {1} columns; an export of models has some dozens. Is it transposed?',
        file,
        grouped(columns.length),
      ),
    );
  }
  return columns;
}

const LONGEST_REASON = 200;

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return l10n.t('something in it ends before its values do');
  // It may quote what stands in the file.
  return excerpt(
    (error instanceof Error ? error.message : String(error)).replace(/^parquet /, ''),
    LONGEST_REASON,
  );
}
