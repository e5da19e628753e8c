import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { SourceFile } from '../../core/refit/source';

/** SHA-256 of a file's bytes, in hexadecimal. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** One hash for several files: that of the list which `sha256sum` prints. @returns null where a file has none */
export function sha256OfFiles(files: readonly SourceFile[]): string | null {
  const [first] = files;
  if (files.length === 1 && first !== undefined) return first.sha256;
  const list = createHash('sha256');
  for (const { name, sha256 } of files) {
    if (sha256 === null) return null;
    list.update(`${sha256}  ${name}\n`);
  }
  return list.digest('hex');
}
