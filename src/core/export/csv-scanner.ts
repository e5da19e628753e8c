import * as l10n from '@vscode/l10n';
const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** How far a quoted cell is searched byte by byte before the search is left to native code. */
const SHORT_CELL = 48;

/** A record that breaks the rules of RFC 4180. */
export class CsvSyntaxError extends Error {
  constructor(
    message: string,
    /** Where in the bytes that were being scanned. */
    readonly position: number,
  ) {
    super(message);
  }
}

/**
 * Finds records and cells in the bytes of a CSV file (RFC 4180: quotes, doubled quotes, line breaks within quotes; LF,
 * CRLF or CR ends a record), in one pass.
 *
 * Why not a library: the whole file must be scanned, but only some cells of it are wanted, and text is wanted of fewer
 * still. On a million rows (138 MB) csv-parse takes 4.7 s because it makes every cell a string; scanning and cleaning
 * together take a fifth of that here (`test/bench/refit`).
 */
export class CsvScanner {
  /** Cells of the record that was scanned last. */
  columns = 0;
  /** Where its cells begin and end in the bytes, without their quotes. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** 1 where doubled quotes stand in a cell. */
  escaped = new Uint8Array(64);
  readonly #separates = new Uint8Array(256);
  /** Most bytes of an export are letters and digits, above all that separate: one comparison is enough for them. */
  readonly #highest: number;

  constructor(readonly delimiter: number) {
    const separators = [delimiter, LINE_FEED, CARRIAGE_RETURN];
    for (const byte of separators) this.#separates[byte] = 1;
    this.#highest = Math.max(...separators);
  }

  /**
   * Scans one record.
   *
   * @param last whether the file ends at `to`
   * @returns where the next record begins, or -1 where the record goes on after `to`
   * @throws {CsvSyntaxError}
   */
  record(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    const separates = this.#separates;
    const highest = this.#highest;
    const delimiter = this.delimiter;
    let at = from;
    let column = 0;
    let byte = 0;
    for (;;) {
      if (column === this.starts.length) this.#widen();
      if (at < to && bytes[at] === QUOTE) {
        at = this.#quoted(bytes, at, to, last, column);
        if (at < 0) return -1;
      } else {
        this.starts[column] = at;
        while (at < to && ((byte = bytes[at] ?? 0) > highest || separates[byte] === 0)) at++;
        if (at === to && !last) return -1;
        this.ends[column] = at;
        this.escaped[column] = 0;
      }
      column++;
      if (at === to || bytes[at] !== delimiter) break;
      at++;
    }
    this.columns = column;
    return afterBreak(bytes, at, to);
  }

  /** @returns the place after the closing quote, or -1 where the cell goes on after `to` */
  #quoted(bytes: Uint8Array, open: number, to: number, last: boolean, column: number): number {
    let escaped = 0;
    let close = open;
    for (;;) {
      close = nextQuote(bytes, close + 1, to);
      if (close < 0 || (close + 1 === to && !last)) {
        if (last) throw new CsvSyntaxError(l10n.t('a quote is opened here and never closed'), open);
        return -1;
      }
      if (close + 1 === to || bytes[close + 1] !== QUOTE) break;
      escaped = 1;
      close++;
    }
    const after = close + 1;
    if (after < to && this.#separates[bytes[after] ?? 0] === 0) {
      throw new CsvSyntaxError(l10n.t('a quoted cell begins here, and text follows its closing quote'), open);
    }
    this.starts[column] = open + 1;
    this.ends[column] = close;
    this.escaped[column] = escaped;
    return after;
  }

  #widen(): void {
    const width = this.starts.length * 2;
    const widened = <T extends Int32Array | Uint8Array>(wide: T, old: T): T => {
      wide.set(old);
      return wide;
    };
    this.starts = widened(new Int32Array(width), this.starts);
    this.ends = widened(new Int32Array(width), this.ends);
    this.escaped = widened(new Uint8Array(width), this.escaped);
  }
}

/** Whether a byte ends a line: a record that begins with one is a blank line, and none. */
export function isLineBreak(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === CARRIAGE_RETURN;
}

function afterBreak(bytes: Uint8Array, at: number, to: number): number {
  if (at === to) return to;
  // A line feed that comes with the next stretch of bytes is then a blank line, which is no record.
  return bytes[at] === CARRIAGE_RETURN && at + 1 < to && bytes[at + 1] === LINE_FEED ? at + 2 : at + 1;
}

function nextQuote(bytes: Uint8Array, from: number, to: number): number {
  const near = Math.min(to, from + SHORT_CELL);
  for (let at = from; at < near; at++) if (bytes[at] === QUOTE) return at;
  const far = near < to ? bytes.indexOf(QUOTE, near) : -1;
  return far < to ? far : -1;
}
