/** Bytes in order, as many at a time as there is room for. */
export interface ByteSource {
  /** Fills `into` from its start. @returns how many bytes were written; 0 at the end */
  read(into: Uint8Array): Promise<number>;
  /** Bytes taken from the file so far, compressed where the file is. */
  readonly consumed: number;
  close(): Promise<void>;
}

/**
 * Fills `into`, however few bytes come at a time: what is cut in the middle of a record is looked at again with the next
 * bytes, so a record of many megabytes must not come in small pieces.
 *
 * @returns how many bytes were written; fewer than there is room for only at the end
 */
export async function fill(source: ByteSource, into: Uint8Array): Promise<number> {
  let filled = 0;
  while (filled < into.length) {
    const count = await source.read(into.subarray(filled));
    if (count === 0) break;
    filled += count;
  }
  return filled;
}

/** Bytes from any place of a file. */
export interface ByteRanges {
  readonly byteLength: number;
  /** The bytes from `start` to before `end`. Rejects where the file ends too early. */
  read(start: number, end: number): Promise<ArrayBuffer>;
  close(): Promise<void>;
}
