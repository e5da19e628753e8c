import * as l10n from '@vscode/l10n';
import { isRecord } from '../../is-record';
import { countPairs, measureJson } from '../../json/json-shape';
import type { ByteSource } from './byte-source';
import { HeaderError } from './header-error';
import { checkLayout, elementsOf, quote, type TensorInfo } from './tensor-info';

const LENGTH_BYTES = 8;
/** The Hub reads no longer header; real ones of 400 B parameters stay below 1 MB. */
const HEADER_LIMIT = 25_000_000;
/** {name: {data_offsets: […]}} is three deep; `__metadata__` may not be deeper. */
const DEPTH_LIMIT = 3;

/** No type has fewer bits a value. */
const FEWEST_BITS = 1;

/** Bits of one value, by type; types that are not listed may have any number of them. */
const BITS: Readonly<Record<string, number>> = {
  F4: 4,
  F6_E2M3: 6,
  F6_E3M2: 6,
  BOOL: 8,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  I64: 64,
  U64: 64,
  F64: 64,
  C64: 64,
};

/**
 * The tensors of a safetensors file, from its header alone (8 bytes of length, then that much JSON; see the
 * format's README). Refuses what the reference reader refuses. Throws {@link HeaderError}.
 */
export async function readSafetensors(source: ByteSource): Promise<TensorInfo[]> {
  if (source.size < LENGTH_BYTES)
    throw new HeaderError(l10n.t('the file is too short for a safetensors header'));
  const length = headerLength(await source.read(0, LENGTH_BYTES), source.size);
  const text = await source.readText(LENGTH_BYTES, length);
  const tensors = tensorsOf(parseHeader(text));
  checkLayout(tensors, source.size - LENGTH_BYTES - length);
  return tensors;
}

/** The length of the JSON, checked against the size of the file before anything of that size is made. */
function headerLength(bytes: Uint8Array, fileSize: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getBigUint64(0, true);
  if (length < 2n) throw new HeaderError(l10n.t('its header is empty'));
  if (length > BigInt(fileSize - LENGTH_BYTES)) {
    throw new HeaderError(
      l10n.t(
        'it announces a header of {0} bytes in a file of {1} bytes (is it safetensors, and the download complete?)',
        String(length),
        String(fileSize),
      ),
    );
  }
  if (length > BigInt(HEADER_LIMIT)) {
    throw new HeaderError(
      l10n.t(
        'it announces a header of {0} bytes; more than {1} are not read',
        String(length),
        String(HEADER_LIMIT),
      ),
    );
  }
  return Number(length);
}

function parseHeader(text: string): Readonly<Record<string, unknown>> {
  const shape = measureJson(text);
  if (shape.depth > DEPTH_LIMIT) throw new HeaderError(l10n.t('its header is nested too deeply'));
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw new HeaderError(l10n.t('its header is not valid JSON'));
  }
  if (!isRecord(header)) throw new HeaderError(l10n.t('its header is not a mapping'));
  if (countPairs(header) !== shape.pairs) throw new HeaderError(l10n.t('its header gives a name twice'));
  return header;
}

function tensorsOf(header: Readonly<Record<string, unknown>>): TensorInfo[] {
  return Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, entry]) => tensorOf(name, entry));
}

function tensorOf(name: string, entry: unknown): TensorInfo {
  if (!isRecord(entry)) throw new HeaderError(l10n.t('{0} is not described', quote(name)));
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== 'string') throw new HeaderError(l10n.t('{0} has no type', quote(name)));
  if (!Array.isArray(shape)) throw new HeaderError(l10n.t('{0} has no shape', quote(name)));
  const elements = elementsOf(name, shape);
  const [begin, end] = offsetsOf(name, offsets);
  const bits = Object.hasOwn(BITS, dtype) ? BITS[dtype] : undefined;
  const bytes = end - begin;
  if (bits === undefined ? (elements * FEWEST_BITS) / 8 > bytes : (elements * bits) / 8 !== bytes) {
    throw new HeaderError(
      bytes === 1
        ? l10n.t('the shape of {0} does not match its 1 byte', quote(name))
        : l10n.t('the shape of {0} does not match its {1} bytes', quote(name), bytes),
    );
  }
  return { name, type: dtype, elements, begin, end };
}

function offsetsOf(name: string, offsets: unknown): readonly [number, number] {
  if (Array.isArray(offsets) && offsets.length === 2) {
    const [begin, end] = offsets as readonly unknown[];
    if (isCount(begin) && isCount(end) && begin <= end) return [begin, end];
  }
  throw new HeaderError(l10n.t('{0} has no valid place in the file', quote(name)));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
