import type { AsyncBuffer } from 'hyparquet';
import type { ExportFile } from './record-sink';

/** Column chunks larger than this are read anew for each window of rows rather than kept. */
const MOST_KEPT_BYTES = 64 << 20;

/** A Parquet file as hyparquet reads it. */
export interface ParquetFile extends AsyncBuffer {
  /** Bytes taken from the file so far. */
  readonly consumed: number;
  /** Lets go of what was kept for the row group before. */
  forget(): void;
  close(): Promise<void>;
}

/**
 * Opens a Parquet file. A row group is read in windows of rows, and for each window hyparquet asks for the whole chunk
 * of a column again; it is read once and kept for as long as the row group lasts.
 */
export async function openParquetFile(file: ExportFile): Promise<ParquetFile> {
  const ranges = await file.openRanges();
  const { byteLength } = ranges;
  const kept = new Map<string, Promise<ArrayBuffer>>();
  let consumed = 0;
  return {
    byteLength,
    slice(start, end = byteLength) {
      const key = `${start}-${end}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      consumed += end - start;
      const bytes = ranges.read(start, end);
      if (end - start <= MOST_KEPT_BYTES) kept.set(key, bytes);
      return bytes;
    },
    get consumed() {
      return consumed;
    },
    forget() {
      kept.clear();
    },
    close: () => ranges.close(),
  };
}
