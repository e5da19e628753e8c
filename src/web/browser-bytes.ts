import type { NativeBytes } from '../core/export/native-bytes';

/** Longer texts are left to TextDecoder; for a short one, calling it costs more than the text. */
const SHORT = 24;

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { fatal: true });

/** Bytes and texts as browsers know them. */
export const browserBytes: NativeBytes = {
  allocate: (length) => new Uint8Array(length),
  isUtf8(bytes) {
    try {
      strict.decode(bytes);
      return true;
    } catch {
      return false;
    }
  },
  decoderOf: (bytes) => (start, end) =>
    (end - start <= SHORT ? asciiIn(bytes, start, end) : undefined) ??
    lenient.decode(bytes.subarray(start, end)),
};

/** Undefined where it is more than ASCII. */
function asciiIn(bytes: Uint8Array, start: number, end: number): string | undefined {
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 127) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}
