/** What is left to Node or the browser, because nothing is as fast at it as they are. */
export interface NativeBytes {
  /** Room for bytes; what stands in it is not defined. */
  allocate(length: number): Uint8Array;
  isUtf8(bytes: Uint8Array): boolean;
  /** Decodes parts of these bytes from UTF-8; they may change between calls. */
  decoderOf(bytes: Uint8Array): (start: number, end: number) => string;
}
