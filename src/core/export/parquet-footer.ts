import * as l10n from '@vscode/l10n';
import type { ParquetFile } from './parquet-file';

/** The length of the footer and the magic number, at the end of the file. */
const TRAILER = 8;
/** A byte with this bit says that its number goes on. A text in Chinese or Greek has such bytes as well. */
const GOES_ON = 0x80;
/** No number has more than ten bytes, and no text in a footer so many without a blank, a digit or a quote. */
const LONGEST_RUN = 4096;

/**
 * Refuses a footer with a number that goes on and on: the library adds to it byte by byte, and each byte takes longer
 * than the one before. A megabyte would take many minutes.
 *
 * @throws {Error} with what is wrong, for a sentence on the file
 */
export async function refuseEndlessNumbers(parquet: ParquetFile): Promise<void> {
  const end = parquet.byteLength - TRAILER;
  // What is too short, or longer than its file, is for the library to tell.
  if (end < 0) return;
  const length = new DataView(await parquet.slice(end, parquet.byteLength)).getUint32(0, true);
  if (length > end) return;
  let run = 0;
  for (const byte of new Uint8Array(await parquet.slice(end - length, end))) {
    run = byte < GOES_ON ? 0 : run + 1;
    if (run > LONGEST_RUN) throw new Error(l10n.t('its footer has a number without an end'));
  }
}
