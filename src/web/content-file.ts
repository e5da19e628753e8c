import * as l10n from '@vscode/l10n';
import type { ByteRanges, ByteSource } from '../core/export/byte-source';
import type { ExportFile } from '../core/export/record-sink';
import { RefitError } from '../core/refit/refit-error';
import type { FileContent } from '../core/refit/worker-protocol';
import { browserBytes } from './browser-bytes';

/** A file of an export whose content is in memory. */
export function contentFile({ path, name, bytes }: FileContent): ExportFile {
  const gzipped = /\.gz$/i.test(name);
  return {
    path,
    name,
    bytes: bytes.length,
    gzipped,
    native: browserBytes,
    open: () => Promise.resolve(gzipped ? gzipSource(bytes, name) : plainSource(bytes)),
    openRanges: () => Promise.resolve(rangesOf(bytes)),
    sha256: () => sha256(bytes),
  };
}

/** SHA-256 in hexadecimal; null on pages that did not come over a safe connection, where browsers offer none. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  if (!isSecureContext) return null;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function plainSource(bytes: Uint8Array): ByteSource {
  let consumed = 0;
  return {
    read(into) {
      const taken = bytes.subarray(consumed, consumed + into.length);
      into.set(taken);
      consumed += taken.length;
      return Promise.resolve(taken.length);
    },
    get consumed() {
      return consumed;
    },
    close: () => Promise.resolve(),
  };
}

/** How much is unpacked from at a time; progress is told in these steps. */
const PACKED_CHUNK = 1 << 16;

function gzipSource(bytes: Uint8Array<ArrayBuffer>, name: string): ByteSource {
  let consumed = 0;
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const chunk = bytes.subarray(consumed, consumed + PACKED_CHUNK);
      consumed += chunk.length;
      if (chunk.length === 0) controller.close();
      else controller.enqueue(chunk);
    },
  });
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
  let rest: Uint8Array = new Uint8Array(0);
  return {
    async read(into) {
      while (rest.length === 0) {
        const next = await reader.read().catch(() => {
          throw new RefitError(
            l10n.t(
              '{0} is damaged or cut off: its gzip data cannot be unpacked. Copy or download it again.',
              name,
            ),
          );
        });
        if (next.done) return 0;
        rest = next.value;
      }
      const taken = rest.subarray(0, into.length);
      into.set(taken);
      rest = rest.subarray(taken.length);
      return taken.length;
    },
    get consumed() {
      return consumed;
    },
    close: () => reader.cancel().catch(() => undefined),
  };
}

function rangesOf(bytes: Uint8Array<ArrayBuffer>): ByteRanges {
  return {
    byteLength: bytes.length,
    read(start, end) {
      if (end > bytes.length) return Promise.reject(new Error(l10n.t('the file ends too early')));
      return Promise.resolve(bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + end));
    },
    close: () => Promise.resolve(),
  };
}
