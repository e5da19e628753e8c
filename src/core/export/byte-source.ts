/** Bytes in order, as many at a time as there is room for. */
export interface ByteSource {
  /** Fills `into` from its start. @returns how many bytes were written; 0 at the end */
  read(into: Uint8Array): Promise<number>;
  /** Bytes taken from the file so far, compressed where the file is. */
  readonly consumed: number;
  close(): Promise<void>;
}

/** Bytes from any place of a file. */
export interface ByteRanges {
  readonly byteLength: number;
  /** The bytes from `start` to before `end`. Rejects where the file ends too early. */
  read(start: number, end: number): Promise<ArrayBuffer>;
  close(): Promise<void>;
}
