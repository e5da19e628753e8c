/** A file's header is not what its format allows. The message says what is wrong, as the end of a sentence. */
export class HeaderError extends Error {
  override readonly name = 'HeaderError';
}
