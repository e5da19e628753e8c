import { isUtf8 } from 'node:buffer';
import type { NativeBytes } from '../../core/export/native-bytes';

/** Buffer decodes short texts three times as fast as TextDecoder, and searches faster than typed arrays do. */
export const nodeBytes: NativeBytes = {
  allocate: (length) => Buffer.allocUnsafe(length),
  isUtf8,
  decoderOf(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return (start, end) => buffer.toString('utf8', start, end);
  },
};
