import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import * as l10n from '@vscode/l10n';
import type { ByteRanges, ByteSource } from '../../core/export/byte-source';
import { RefitError } from '../../core/refit/refit-error';

/** Opens a file, unpacking gzip on the way. */
export async function openByteSource(path: string, gzipped: boolean): Promise<ByteSource> {
  return gzipped ? gzipSource(path) : fileSource(path);
}

/** Opens a file to read parts of it. */
export async function openByteRanges(path: string): Promise<ByteRanges> {
  const handle = await open(path);
  const { size } = await handle.stat();
  return {
    byteLength: size,
    read: (start, end) => readRange(handle, start, end),
    close: () => handle.close(),
  };
}

async function readRange(handle: FileHandle, start: number, end: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) throw new Error(l10n.t('the file ends too early'));
    filled += bytesRead;
  }
  return bytes.buffer;
}

async function fileSource(path: string): Promise<ByteSource> {
  const handle = await open(path);
  let consumed = 0;
  return {
    async read(into) {
      const { bytesRead } = await handle.read(into, 0, into.length, null);
      consumed += bytesRead;
      return bytesRead;
    },
    get consumed() {
      return consumed;
    },
    close: () => handle.close(),
  };
}

function gzipSource(path: string): ByteSource {
  const file = createReadStream(path);
  const unpacked = file.pipe(createGunzip());
  // A pipe does not pass errors on.
  file.on('error', (error) => unpacked.destroy(error));
  const chunks: AsyncIterator<Buffer> = unpacked[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  return {
    async read(into) {
      while (rest.length === 0) {
        const next = await nextChunk(chunks, path);
        if (next === null) return 0;
        rest = next;
      }
      const taken = rest.subarray(0, into.length);
      into.set(taken);
      rest = rest.subarray(taken.length);
      return taken.length;
    },
    get consumed() {
      return file.bytesRead;
    },
    close() {
      file.destroy();
      unpacked.destroy();
      return Promise.resolve();
    },
  };
}

async function nextChunk(chunks: AsyncIterator<Buffer>, path: string): Promise<Buffer | null> {
  try {
    const next = await chunks.next();
    return next.done === true ? null : next.value;
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new RefitError(
      error.code === 'Z_BUF_ERROR'
        ? l10n.t('{0} is cut off: its gzip data ends too early. Copy or download it again.', path)
        : l10n.t('{0} is damaged: its gzip data cannot be unpacked. Copy or download it again.', path),
    );
  }
}

function isZlibError(error: unknown): error is Error & { code: string } {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
  );
}
