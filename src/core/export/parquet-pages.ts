import type {
  ColumnMetaData,
  CompressionCodec,
  Compressors,
  DataReader,
  PageHeader,
  SchemaTree,
} from 'hyparquet';
import * as l10n from '@vscode/l10n';
import type { ParquetLibrary } from './platform';

/** Writers make pages of about a megabyte; what claims to unpack to more than this is refused before it does. */
const MOST_PAGE_BYTES = 256 << 20;
/** A run may be padded to whole groups of eight, of which writers put up to 63 into one. */
const PADDING = 8 * 63;
/** Unpacked pages that are kept between looking at them and reading them. */
const MOST_KEPT_BYTES = 64 << 20;

/** What the footer says of the pages of one column. */
export interface ColumnFacts {
  readonly meta: ColumnMetaData;
  /** From the root of the schema to the column. */
  readonly schemaPath: readonly SchemaTree[];
  /** Rows of the row group. */
  readonly rows: number;
}

/** A page whose header was looked at, but not yet what is in it. */
export interface Page {
  readonly header: PageHeader;
  /** Where its bytes begin in those of the column. */
  readonly start: number;
  readonly bytes: Uint8Array;
  readonly unpackedBytes: number;
  /** For a dictionary its entries, else rows of the column. */
  readonly values: number;
}

/**
 * Looks at the pages of a column before the library reads them. A library that believes all they say does not come
 * to an end where one claims more values than it has, or leaves out where its values begin.
 */
export class ParquetPages {
  readonly #kept: { readonly packed: Uint8Array; readonly unpacked: Uint8Array }[] = [];
  #keptBytes = 0;
  readonly #compressors: Compressors;

  constructor(
    private readonly library: ParquetLibrary,
    compressors: Compressors,
  ) {
    this.#compressors = compressors;
  }

  /** What unpacks pages, those already looked at from memory. */
  readonly compressors: Compressors = new Proxy<Compressors>(
    {},
    {
      get: (_target, codec: CompressionCodec) => {
        const unpack = this.#compressors[codec];
        return unpack && ((packed: Uint8Array, size: number) => this.#known(packed) ?? unpack(packed, size));
      },
    },
  );

  /** Lets go of the pages of a row group. */
  forget(): void {
    this.#kept.length = 0;
    this.#keptBytes = 0;
  }

  /**
   * Checks every page of a column.
   *
   * @param chunk the bytes of the column in one row group
   * @throws {Error} where a page claims what cannot be
   */
  checkAll(chunk: ArrayBuffer, facts: ColumnFacts): void {
    const reader = { view: new DataView(chunk), offset: 0 };
    for (let page = this.next(reader, facts); page !== undefined; page = this.next(reader, facts)) {
      this.check(page, facts);
    }
  }

  /**
   * Looks at the header of the next page of a column.
   *
   * @param reader the bytes of the column; it is moved behind the page
   * @returns undefined behind the last page
   * @throws {Error} where the header claims what cannot be
   */
  next(reader: DataReader, { meta, schemaPath, rows }: ColumnFacts): Page | undefined {
    const { buffer, byteLength } = reader.view;
    if (reader.offset >= byteLength - 1) return undefined;
    const isFlat = this.library.getMaxRepetitionLevel([...schemaPath]) === 0;
    if (isFlat && Number(meta.num_values) > rows)
      throw new Error(l10n.t('a column has more values than rows'));
    const header = this.library.parquetHeader(reader);
    const start = reader.offset;
    const packedBytes = size(header.compressed_page_size, 'size', byteLength - start);
    const unpackedBytes = size(header.uncompressed_page_size, 'unpacked size', MOST_PAGE_BYTES);
    reader.offset += packedBytes;
    const most = isFlat ? rows : Number(meta.num_values);
    const values = size(partOf(header)?.num_values, 'number of values', most);
    const bytes = new Uint8Array(buffer, reader.view.byteOffset + start, packedBytes);
    return { header, start, bytes, unpackedBytes, values };
  }

  /** Checks what is in a page. @throws {Error} where it claims what cannot be */
  check(page: Page, { meta, schemaPath }: ColumnFacts): void {
    if (page.header.type === 'DICTIONARY_PAGE') return;
    const definition = this.library.getMaxDefinitionLevel([...schemaPath]);
    const repetition = this.library.getMaxRepetitionLevel([...schemaPath]);
    this.#checkLevels(page, { meta, definition, repetition });
  }

  #checkLevels(
    { header, bytes, unpackedBytes, values }: Page,
    { meta, definition, repetition }: { meta: ColumnMetaData; definition: number; repetition: number },
  ): void {
    const first = header.type === 'DATA_PAGE' ? header.data_page_header : undefined;
    const second = header.type === 'DATA_PAGE_V2' ? header.data_page_header_v2 : undefined;
    if (first !== undefined) {
      const page = new Runs(this.#unpack(bytes, unpackedBytes, meta.codec), values);
      if (repetition > 0) page.skipPrefixed(widthOf(repetition));
      if (definition > 0) page.skipPrefixed(widthOf(definition));
      if (isRunLength(first.encoding)) page.checkData(meta.type === 'BOOLEAN');
      return;
    }
    if (second === undefined) throw new Error(l10n.t('a page has no header of its values'));
    const repetitionBytes = size(second.repetition_levels_byte_length, 'size of levels', bytes.length);
    const levelBytes =
      repetitionBytes + size(second.definition_levels_byte_length, 'size of levels', bytes.length);
    size(second.num_nulls, 'number of empty values', values);
    size(second.num_rows, 'number of rows', values);
    if (repetition > 0) new Runs(bytes.subarray(0, repetitionBytes), values).check(widthOf(repetition));
    if (definition > 0)
      new Runs(bytes.subarray(repetitionBytes, levelBytes), values).check(widthOf(definition));
    if (!isRunLength(second.encoding)) return;
    const packed = bytes.subarray(levelBytes);
    const isPacked = second.is_compressed !== false;
    const data = isPacked ? this.#unpack(packed, unpackedBytes - levelBytes, meta.codec) : packed;
    new Runs(data, values).checkData(second.encoding === 'RLE');
  }

  #unpack(packed: Uint8Array, unpackedBytes: number, codec: CompressionCodec): Uint8Array {
    if (codec === 'UNCOMPRESSED') return packed;
    const unpack = this.#compressors[codec];
    if (unpack === undefined)
      throw new Error(l10n.t('it is packed with {0}, which cannot be unpacked here', codec));
    const unpacked = unpack(packed, unpackedBytes);
    if (this.#keptBytes + unpacked.length <= MOST_KEPT_BYTES) {
      this.#kept.push({ packed, unpacked });
      this.#keptBytes += unpacked.length;
    }
    return unpacked;
  }

  /** Mostly it is asked for once, so it is let go of at once. */
  #known(packed: Uint8Array): Uint8Array | undefined {
    const at = this.#kept.findIndex((page) => isSame(page.packed, packed));
    const [known] = at < 0 ? [] : this.#kept.splice(at, 1);
    this.#keptBytes -= known?.unpacked.length ?? 0;
    return known?.unpacked;
  }
}

/** Runs of equal or bit-packed values: "RLE/bit-packing hybrid" of Parquet's specification of encodings. */
class Runs {
  readonly #view: DataView;
  #at = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly values: number,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Levels with their length in bytes before them. */
  skipPrefixed(width: number): void {
    const length = size(this.#view.getUint32(this.#at, true), 'size of levels', this.bytes.length);
    this.#at += 4;
    const end = this.#at + length;
    this.check(width);
    this.#at = end;
  }

  /** What follows the levels: indices into the dictionary with their width before them, or truth values. */
  checkData(isTruth: boolean): void {
    if (isTruth) this.skipPrefixed(1);
    else if (this.#at < this.bytes.length) this.check(this.#view.getUint8(this.#at++));
  }

  /** @throws {Error} where a run is longer than the page has values */
  check(width: number): void {
    if (width > 32) throw new Error(l10n.t('a dictionary is numbered with {0} bits; 32 are the most', width));
    let seen = 0;
    while (seen < this.values && this.#at < this.bytes.length) {
      const header = this.#header();
      const isPacked = (header & 1) === 1;
      const count = isPacked ? (header >>> 1) * 8 : header >>> 1;
      size(count, 'number of values', this.values - seen + PADDING);
      this.#at += isPacked ? (count / 8) * width : (width + 7) >> 3;
      seen += count;
    }
  }

  #header(): number {
    let header = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#view.getUint8(this.#at++);
      header |= (byte & 0x7f) << shift;
      if (byte < 0x80) return header >>> 0;
    }
    throw new Error(l10n.t('the length of a run has no end'));
  }
}

/** The part of a header that the library goes by: a header may have others, which say something else. */
function partOf(header: PageHeader): { readonly num_values: number } | undefined {
  switch (header.type) {
    case 'DICTIONARY_PAGE':
      return header.dictionary_page_header;
    case 'DATA_PAGE':
      return header.data_page_header;
    default:
      return header.data_page_header_v2;
  }
}

/** What a header counts, each with what is said where it cannot be so. */
const IMPOSSIBLE = {
  size: (value: string) => l10n.t('a page has the size {0}, which cannot be', value),
  'unpacked size': (value: string) => l10n.t('a page has the unpacked size {0}, which cannot be', value),
  'number of values': (value: string) =>
    l10n.t('a page has the number of values {0}, which cannot be', value),
  'number of empty values': (value: string) =>
    l10n.t('a page has the number of empty values {0}, which cannot be', value),
  'number of rows': (value: string) => l10n.t('a page has the number of rows {0}, which cannot be', value),
  'size of levels': (value: string) => l10n.t('a page has the size of levels {0}, which cannot be', value),
};

function size(value: unknown, what: keyof typeof IMPOSSIBLE, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most) {
    throw new Error(IMPOSSIBLE[what](String(value)));
  }
  return value;
}

function isRunLength(encoding: string | undefined): boolean {
  return encoding === 'RLE' || encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY';
}

/** Bits of the largest level. */
function widthOf(most: number): number {
  return 32 - Math.clz32(most);
}

/** Whether it is the same place in memory: a column is read from the very bytes that were looked at. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.buffer === b.buffer && a.byteOffset === b.byteOffset && a.length === b.length;
}
