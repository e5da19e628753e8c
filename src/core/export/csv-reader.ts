import * as l10n from '@vscode/l10n';
import { listed } from '../refit/column-map';
import { RefitError } from '../refit/refit-error';
import { type ByteSource, fill } from './byte-source';
import { CsvRecord } from './csv-record';
import { CsvScanner, CsvSyntaxError, isLineBreak } from './csv-scanner';
import { lineOfByte } from './line-of-byte';
import type { NativeBytes } from './native-bytes';
import type { ExportFile, RecordSink } from './record-sink';
import { grouped } from '../quantity/grouped';

const CHUNK = 1 << 20;
/** A longer record is an unclosed quote, not a card. */
const MOST_RECORD_BYTES = 64 << 20;
/** An export of models has some dozens. */
const MOST_COLUMNS = 10_000;

/** Reads a CSV or TSV file; memory does not grow with it. */
export async function readCsv(file: ExportFile, delimiter: string, sink: RecordSink): Promise<void> {
  const source = await file.open();
  try {
    await new CsvFile(file, delimiter, source, sink).read();
  } finally {
    await source.close();
  }
}

class CsvFile {
  #buffer: Uint8Array;
  #decode: (start: number, end: number) => string;
  /** Bytes of the file before the buffer. */
  #before = 0;
  #filled = 0;
  #records = 0;
  #header: readonly string[] | undefined;
  readonly #scanner: CsvScanner;
  readonly #record: CsvRecord;

  constructor(
    private readonly file: ExportFile,
    private readonly delimiter: string,
    private readonly source: ByteSource,
    private readonly sink: RecordSink,
  ) {
    this.#buffer = file.native.allocate(CHUNK);
    this.#decode = file.native.decoderOf(this.#buffer);
    this.#scanner = new CsvScanner(delimiter.charCodeAt(0));
    this.#record = new CsvRecord(this.#scanner);
  }

  async read(): Promise<void> {
    for (;;) {
      const count = await fill(this.source, this.#buffer.subarray(this.#filled));
      this.#filled += count;
      const scanned = await this.#scan(count === 0);
      await this.#requireUtf8(scanned);
      this.#discard(scanned);
      this.sink.advanced(this.source.consumed);
      if (count === 0) break;
    }
    if (this.#header === undefined) throw new RefitError(l10n.t('{0} is empty.', this.file.name));
  }

  /** @returns how many bytes of the buffer are done with */
  async #scan(last: boolean): Promise<number> {
    let at = this.#before === 0 && this.#header === undefined ? byteOrderMark(this.#buffer) : 0;
    try {
      at = this.#header === undefined ? this.#readHeader(at, last) : at;
      return this.#header === undefined ? 0 : this.#readRecords(at, last);
    } catch (error) {
      if (!(error instanceof CsvSyntaxError)) throw error;
      throw await this.#syntaxError(error);
    }
  }

  #readRecords(from: number, last: boolean): number {
    const columns = this.#header?.length ?? 0;
    const buffer = this.#buffer;
    const filled = this.#filled;
    this.#record.lookAt(buffer, this.#decode);
    let at = from;
    while (at < filled) {
      if (isLineBreak(buffer[at])) {
        at++;
        continue;
      }
      const next = this.#scanner.record(buffer, at, filled, last);
      if (next < 0) break;
      if (this.#scanner.columns !== columns) throw this.#ragged(at);
      this.sink.add(this.#record);
      this.#records++;
      at = next;
    }
    return at;
  }

  #readHeader(from: number, last: boolean): number {
    let at = from;
    while (at < this.#filled && isLineBreak(this.#buffer[at])) at++;
    if (at === this.#filled) return at;
    const scanner = this.#scanner;
    const next = scanner.record(this.#buffer, at, this.#filled, last);
    if (next < 0) return from;
    const header = Array.from({ length: scanner.columns }, (_, column) =>
      this.#decode(scanner.starts[column] ?? 0, scanner.ends[column] ?? 0)
        .replaceAll('""', '"')
        .trim(),
    );
    checkHeader(header, this.delimiter, this.file.name);
    this.#header = header;
    const map = this.sink.begin(header);
    this.sink.saw(map.keys());
    for (const [field, path] of map) this.#record.place(field, path, header);
    return next;
  }

  #ragged(position: number): CsvSyntaxError {
    const has = this.#scanner.columns;
    const header = this.#header?.length ?? 0;
    return new CsvSyntaxError(
      has === 1
        ? l10n.t('the record has 1 cell, but the header has {0}', header)
        : l10n.t('the record has {0} cells, but the header has {1}', grouped(has), header),
      position,
    );
  }

  async #syntaxError({ message, position }: CsvSyntaxError): Promise<RefitError> {
    const line = await lineOfByte(this.file, this.#before + position);
    return new RefitError(
      l10n.t('{file}, line {line} (record {record}): {message}.', {
        file: this.file.name,
        line: grouped(line),
        record: this.#records,
        message,
      }),
    );
  }

  async #requireUtf8(scanned: number): Promise<void> {
    const { native } = this.file;
    if (native.isUtf8(this.#buffer.subarray(0, scanned))) return;
    const line = await lineOfByte(this.file, this.#before + firstBadLine(native, this.#buffer, scanned));
    throw new RefitError(
      l10n.t(
        '{0}, line {1}: not UTF-8, perhaps Latin-1 or Windows-1252. Save the file as UTF-8.',
        this.file.name,
        grouped(line),
      ),
    );
  }

  /** Moves what is left to the front, and makes room where a record does not fit. */
  #discard(scanned: number): void {
    const rest = this.#filled - scanned;
    if (rest > MOST_RECORD_BYTES) {
      throw new RefitError(
        l10n.t('{file}: record {record} is longer than {most} MB; a quote may never be closed in it.', {
          file: this.file.name,
          record: this.#records,
          most: MOST_RECORD_BYTES >> 20,
        }),
      );
    }
    if (rest > this.#buffer.length / 2) this.#widen(scanned);
    else this.#buffer.copyWithin(0, scanned, this.#filled);
    this.#filled = rest;
    this.#before += scanned;
  }

  #widen(scanned: number): void {
    const { native } = this.file;
    const wide = native.allocate(this.#buffer.length * 2);
    wide.set(this.#buffer.subarray(scanned, this.#filled));
    this.#buffer = wide;
    this.#decode = native.decoderOf(wide);
  }
}

function byteOrderMark(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** The first byte of the first line that is not UTF-8. */
function firstBadLine(native: NativeBytes, bytes: Uint8Array, to: number): number {
  let start = 0;
  while (start < to) {
    const end = bytes.indexOf(10, start);
    const stop = end < 0 || end >= to ? to : end + 1;
    if (!native.isUtf8(bytes.subarray(start, stop))) return start;
    start = stop;
  }
  return 0;
}

const OTHER_DELIMITERS = [';', '\t', ',', '|'];

function delimiterName(delimiter: string): string {
  switch (delimiter) {
    case ';':
      return l10n.t('semicolons');
    case '\t':
      return l10n.t('tabs');
    case ',':
      return l10n.t('commas');
    case '|':
      return l10n.t('bars');
    default:
      return `"${delimiter}"`;
  }
}

function checkHeader(header: readonly string[], delimiter: string, file: string): void {
  if (header.length > MOST_COLUMNS) {
    throw new RefitError(
      l10n.t(
        '{0} has {1} columns; an export of models has some dozens. Is it transposed?',
        file,
        grouped(header.length),
      ),
    );
  }
  const only = header.length === 1 ? (header[0] ?? '') : '';
  for (const other of OTHER_DELIMITERS) {
    if (other !== delimiter && only.includes(other)) {
      const written = other === '\t' ? String.raw`$'\t'` : `'${other}'`;
      throw new RefitError(
        l10n.t(
          '{file} is separated by {found}, not by {wanted}. Say so with --delimiter {delimiter}, or save it with commas as .csv or with tabs as .tsv.',
          {
            file,
            found: delimiterName(other),
            wanted: delimiterName(delimiter),
            delimiter: written,
          },
        ),
      );
    }
  }
  const seen = new Set<string>();
  const twice = new Set(header.filter((name) => name !== '' && (seen.has(name) || !seen.add(name))));
  if (twice.size > 0) {
    throw new RefitError(
      l10n.t(
        '{0} has more than one column called {1}. Rename them, so that it is clear which one counts.',
        file,
        listed([...twice]),
      ),
    );
  }
}
