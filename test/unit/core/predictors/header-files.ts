import type { ByteSource } from '../../../../src/core/predictors/headers/byte-source';

/** A tensor to be written into a file of weights. */
export interface WrittenTensor {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
}

const bits: Readonly<Record<string, number>> = {
  F64: 64,
  F32: 32,
  BF16: 16,
  F16: 16,
  I64: 64,
  I32: 32,
  U8: 8,
  I8: 8,
  F4: 4,
};

const bytesOf = ({ type, shape }: WrittenTensor): number =>
  (shape.reduce((a, b) => a * b, 1) * (bits[type] ?? 8)) / 8;

/** A true safetensors file, with zeros for weights. */
export function safetensorsFile(
  tensors: readonly WrittenTensor[],
  metadata?: Record<string, string>,
): Uint8Array {
  const header: Record<string, unknown> = metadata ? { __metadata__: metadata } : {};
  let end = 0;
  for (const tensor of tensors) {
    const begin = end;
    end += bytesOf(tensor);
    header[tensor.name] = { dtype: tensor.type, shape: tensor.shape, data_offsets: [begin, end] };
  }
  return safetensorsOf(JSON.stringify(header), end);
}

/** A file with this header, right or wrong, before `dataBytes` zeros; it may lie about the header's length. */
export function safetensorsOf(header: string, dataBytes: number, length?: bigint): Uint8Array {
  const text = new TextEncoder().encode(header);
  const file = new Uint8Array(8 + text.length + dataBytes);
  new DataView(file.buffer).setBigUint64(0, length ?? BigInt(text.length), true);
  file.set(text, 8);
  return file;
}

export type GgufVersion = 1 | 2 | 3;

/** A GGUF file byte by byte. */
export class GgufWriter {
  readonly #bytes: number[] = [];

  constructor(
    readonly version: GgufVersion = 3,
    readonly littleEndian = true,
  ) {
    this.#bytes.push(0x47, 0x47, 0x55, 0x46);
    this.uint32(version);
  }

  uint32(value: number): this {
    return this.#number(4, (view) => view.setUint32(0, value, this.littleEndian));
  }

  uint64(value: number | bigint): this {
    return this.#number(8, (view) => view.setBigUint64(0, BigInt(value), this.littleEndian));
  }

  /** Version 1 counts in 32 bits. */
  count(value: number | bigint): this {
    return this.version === 1 ? this.uint32(Number(value)) : this.uint64(value);
  }

  text(value: string): this {
    const encoded = new TextEncoder().encode(value);
    this.count(encoded.length);
    this.#bytes.push(...encoded);
    return this;
  }

  zeros(count: number): this {
    for (let i = 0; i < count; i++) this.#bytes.push(0);
    return this;
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  #number(length: number, write: (view: DataView) => void): this {
    const view = new DataView(new ArrayBuffer(length));
    write(view);
    this.#bytes.push(...new Uint8Array(view.buffer));
    return this;
  }
}

/** Numbers of the types in ggml.h, with the bytes of a block of so many values. */
const ggufTypeNumbers = {
  F32: [0, 1, 4],
  F16: [1, 1, 2],
  Q4_0: [2, 32, 18],
  Q4_K: [12, 256, 144],
} as const;

export interface WrittenGgufTensor {
  readonly name: string;
  readonly type: keyof typeof ggufTypeNumbers;
  readonly shape: readonly number[];
}

export interface GgufOptions {
  readonly version?: GgufVersion;
  readonly littleEndian?: boolean;
  /** `general.type`. */
  readonly type?: string;
  readonly vocabulary?: readonly string[];
}

/** A true GGUF file with a vocabulary, as llama.cpp's converter writes it; zeros for weights. */
export function ggufFile(tensors: readonly WrittenGgufTensor[], written: GgufOptions = {}): Uint8Array {
  const { version = 3, littleEndian = true, type = 'model', vocabulary = ['<s>', '</s>', 'hello'] } = written;
  const file = new GgufWriter(version, littleEndian).count(tensors.length).count(4);
  file.text('general.architecture').uint32(8).text('llama');
  file.text('general.type').uint32(8).text(type);
  file.text('llama.context_length').uint32(4).uint32(2048);
  file.text('tokenizer.ggml.tokens').uint32(9).uint32(8).count(vocabulary.length);
  for (const token of vocabulary) file.text(token);
  let offset = 0;
  for (const { name, type: typeName, shape } of tensors) {
    const [number, block, bytes] = ggufTypeNumbers[typeName];
    file.text(name).uint32(shape.length);
    for (const size of shape) file.count(size);
    file.uint32(number).uint64(offset);
    const elements = shape.reduce((a, b) => a * b, 1);
    offset += Math.ceil(((elements / block) * bytes) / 32) * 32;
  }
  const header = file.bytes().length;
  return file.zeros(Math.ceil(header / 32) * 32 - header + offset).bytes();
}

/** A file in memory that refuses, loudly, to be read beyond its end, and counts what was read. */
export function sourceOf(bytes: Uint8Array): ByteSource & { bytesRead: number } {
  const source = {
    size: bytes.length,
    bytesRead: 0,
    read: (offset: number, length: number): Promise<Uint8Array> => {
      if (!(offset >= 0 && length >= 0 && offset + length <= bytes.length)) {
        return Promise.reject(new RangeError(`read ${length} bytes at ${offset} of ${bytes.length}`));
      }
      source.bytesRead += length;
      return Promise.resolve(bytes.subarray(offset, offset + length));
    },
    readText: async (offset: number, length: number): Promise<string> =>
      new TextDecoder().decode(await source.read(offset, length)),
  };
  return source;
}
