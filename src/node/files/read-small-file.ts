import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

const CHUNK = 65_536;

/** A folder where a file is wanted; the system's own message does not name it. */
export class FolderError extends Error {}

/**
 * Reads a file that should be small, at once. A pipe or a device is read as well, for shells hand over what a program prints
 * as a pipe; but no further than `refuse` admits, since some never end.
 *
 * @param refuse throws where so many bytes are too many
 * @throws FolderError, and errors of the file system
 */
export function readSmallFile(file: string, refuse: (bytes: number) => void): Buffer {
  const handle = openSync(file, 'r');
  try {
    const stats = fstatSync(handle);
    if (stats.isDirectory()) throw new FolderError(`${file} is a folder, not a file.`);
    refuse(stats.size);
    return stats.isFile() ? readFileSync(handle) : readStream(handle, refuse);
  } finally {
    closeSync(handle);
  }
}

function readStream(handle: number, refuse: (bytes: number) => void): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.alloc(CHUNK);
    const length = readSync(handle, chunk);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
    total += length;
    refuse(total);
  }
}
