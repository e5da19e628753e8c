import { type FileHandle, open } from 'node:fs/promises';
import type { AsyncBuffer } from 'hyparquet';

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
export async function openParquetFile(path: string): Promise<ParquetFile> {
  const handle = await open(path);
  const { size } = await handle.stat();
  const kept = new Map<string, Promise<ArrayBuffer>>();
  let consumed = 0;
  return {
    byteLength: size,
    slice(start, end = size) {
      const key = `${start}-${end}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      consumed += end - start;
      const bytes = readRange(handle, start, end);
      if (end - start <= MOST_KEPT_BYTES) kept.set(key, bytes);
      return bytes;
    },
    get consumed() {
      return consumed;
    },
    forget() {
      kept.clear();
    },
    close: () => handle.close(),
  };
}

async function readRange(handle: FileHandle, start: number, end: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) throw new Error('the file ends too early');
    filled += bytesRead;
  }
  return bytes.buffer;
}
