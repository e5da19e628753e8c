/** A file whose header is to be read; the host hands out the few bytes that are asked for. */
export interface ByteSource {
  /** Size of the whole file in bytes. */
  readonly size: number;
  /** The bytes from `offset` on, exactly `length` of them. Only ever called for bytes within the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The same bytes as UTF-8 text. */
  readText(offset: number, length: number): Promise<string>;
}
