import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import type { ByteSource } from '../../core/predictors/headers/byte-source';
import { HeaderError } from '../../core/predictors/headers/header-error';

/** O_NONBLOCK (absent on Windows): opening a pipe that has a file's name must not wait for a writer. */
const FLAGS = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);

/** Opens a file for `use`, which may ask for parts of it, and closes it again. */
export async function withFile<T>(path: string, use: (source: ByteSource) => Promise<T>): Promise<T> {
  const handle = await open(path, FLAGS);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new HeaderError(l10n.t('it is not a regular file'));
    return await use(sourceOf(handle, stats.size));
  } finally {
    await handle.close();
  }
}

/** The text of a small file; undefined where it is larger than `limit` or cannot be read. */
export async function readSmallText(path: string, limit: number): Promise<string | undefined> {
  try {
    return await withFile(path, async (source) =>
      source.size <= limit ? await source.readText(0, source.size) : undefined,
    );
  } catch {
    return undefined;
  }
}

function sourceOf(handle: FileHandle, size: number): ByteSource {
  const read = async (offset: number, length: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled);
      if (bytesRead === 0) throw new HeaderError(l10n.t('the file became shorter while it was read'));
      filled += bytesRead;
    }
    return bytes;
  };
  const readText = async (offset: number, length: number): Promise<string> =>
    new TextDecoder().decode(await read(offset, length));
  return { size, read, readText };
}
