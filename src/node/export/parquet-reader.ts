import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Compressors, DecodedArray, FileMetaData, SchemaTree } from 'hyparquet';
import type { ColumnMap } from '../../core/refit/column-map';
import { FIELDS } from '../../core/refit/fields';
import { descend, ValueRecord } from '../../core/refit/record-view';
import { RefitCancelled, RefitError } from '../../core/refit/refit-error';
import { splitPath } from './json-record';
import { openParquetFile, type ParquetFile } from './parquet-file';
import {
  compressors as libraryCompressors,
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
} from './parquet-library';
import type { ExportFile, RecordSink } from './record-sink';

/** Rows decoded at a time: writers put up to a million into one row group. */
const WINDOW = 1 << 15;
/** An export of models has some dozens. */
const MOST_COLUMNS = 10_000;

/** Node's own gzip and brotli are native; the library's are not. */
const compressors: Compressors = {
  ...libraryCompressors,
  GZIP: (input) => gunzipSync(input),
  BROTLI: (input) => brotliDecompressSync(input),
};

/** Decoding text through Buffer is three times as fast as through TextDecoder for cells of this size. */
const parsers = {
  stringFromBytes: (bytes: Uint8Array | undefined) =>
    bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
};

/** Reads a Parquet file: only the columns that are needed, a window of rows at a time. */
export async function readParquet(file: ExportFile, sink: RecordSink): Promise<void> {
  if (file.gzipped) {
    throw new RefitError(
      `${file.name} is a gzipped Parquet file. Unpack it first: Parquet is compressed within.`,
    );
  }
  const parquet = await openParquetFile(file.path);
  try {
    const metadata = await parquetMetadataAsync(parquet, { parsers, geoparquet: false });
    const map = sink.begin(columnsOf(metadata, file.name));
    sink.saw(map.keys());
    await readRows(parquet, metadata, map, sink);
  } catch (error) {
    if (error instanceof RefitError || error instanceof RefitCancelled) throw error;
    throw new RefitError(`${file.name} is a damaged Parquet file, or cut off: ${reasonOf(error)}.`);
  } finally {
    await parquet.close();
  }
}

async function readRows(
  parquet: ParquetFile,
  metadata: FileMetaData,
  map: ColumnMap,
  sink: RecordSink,
): Promise<void> {
  const topLevel = parquetSchema(metadata).children.map(({ element }) => element.name);
  const record = new ParquetRecord(map, new Set(topLevel));
  const scan = await parquetScan({
    file: parquet,
    metadata,
    columns: record.columns,
    compressors,
    parsers,
    geoparquet: false,
  });
  for (const { rowStart, rowEnd } of scan.ranges) {
    for (let start = rowStart; start < rowEnd; start += WINDOW) {
      const end = Math.min(rowEnd, start + WINDOW);
      for (const column of record.columns) {
        record.load(column, await scan.readColumn({ column, rowStart: start, rowEnd: end }));
      }
      for (let row = 0; row < end - start; row++) {
        record.row = row;
        sink.add(record);
      }
      sink.advanced(parquet.consumed);
    }
    parquet.forget();
  }
}

/** A row of the window that is loaded. */
class ParquetRecord extends ValueRecord {
  row = 0;
  /** The top-level columns that are read. */
  readonly columns: string[];
  readonly #cells: (DecodedArray | undefined)[] = FIELDS.map(() => undefined);
  readonly #places: readonly ({ readonly column: string; readonly inside: readonly string[] } | null)[];

  constructor(map: ColumnMap, topLevel: ReadonlySet<string>) {
    super();
    this.#places = FIELDS.map((field) => {
      const path = map.get(field);
      if (path === undefined) return null;
      const [column = '', ...inside] = topLevel.has(path) ? [path] : splitPath(path);
      return { column, inside };
    });
    this.columns = [...new Set(this.#places.flatMap((place) => (place === null ? [] : [place.column])))];
  }

  load(column: string, data: DecodedArray): void {
    for (const [slot, place] of this.#places.entries()) {
      if (place?.column === column) this.#cells[slot] = data;
    }
  }

  protected override cell(slot: number): unknown {
    const value: unknown = this.#cells[slot]?.[this.row];
    const inside = this.#places[slot]?.inside ?? [];
    return inside.length === 0 ? value : descend(value, inside);
  }
}

function columnsOf(metadata: FileMetaData, file: string): string[] {
  const columns: string[] = [];
  const list = (node: SchemaTree): void => {
    for (const child of node.children) {
      columns.push(child.path.join('.'));
      list(child);
    }
  };
  list(parquetSchema(metadata));
  if (columns.length > MOST_COLUMNS) {
    throw new RefitError(
      `${file} has ${columns.length.toLocaleString('en')} columns; an export of models has some dozens. Is it transposed?`,
    );
  }
  return columns;
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/^parquet /, '');
}
