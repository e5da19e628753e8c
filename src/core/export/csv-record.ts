import { type Field, FIELDS, SLOT } from '../refit/fields';
import { parseInstant } from '../refit/instant-text';
import { parseCount } from '../refit/number-text';
import {
  type CellValue,
  cellValue,
  descend,
  type NumberAndWords,
  type RecordView,
} from '../refit/record-view';
import { LeadingNumber, plainCount, usualInstant } from './cell-bytes';
import type { CsvScanner } from './csv-scanner';
import { splitPath } from './json-record';

/** A column whose names are few is kept as text for each name; beyond this, it is not such a column. */
const MOST_NAMES = 4096;

/**
 * The record of a CSV file that was scanned last. Counts, dates and plain numbers in the usual form are read straight
 * from the bytes; text is made only for cells that are asked for. On a million rows that halves the time.
 */
export class CsvRecord implements RecordView {
  #bytes: Uint8Array = new Uint8Array(0);
  #decode: (start: number, end: number) => string = () => '';
  readonly #columns = new Int32Array(FIELDS.length).fill(-1);
  readonly #paths: (readonly string[])[] = FIELDS.map(() => []);
  readonly #names = new Map<number, string>();
  readonly #number = new LeadingNumber();
  readonly #amount = { number: 0, words: '' };

  constructor(private readonly scanner: CsvScanner) {}

  /** Says in which bytes the scanner scans, and how they become text. */
  lookAt(bytes: Uint8Array, decode: (start: number, end: number) => string): void {
    this.#bytes = bytes;
    this.#decode = decode;
  }

  /** Says where a field stands: a column, or a path into one that holds JSON. */
  place(field: Field, path: string, header: readonly string[]): void {
    const whole = header.indexOf(path);
    const [top = '', ...inside] = splitPath(path);
    this.#columns[SLOT[field]] = whole >= 0 ? whole : header.indexOf(top);
    this.#paths[SLOT[field]] = whole >= 0 ? [] : inside;
  }

  value(slot: number): CellValue {
    const column = this.#columns[slot] ?? -1;
    const start = this.scanner.starts[column] ?? 0;
    const end = this.scanner.ends[column] ?? 0;
    if (column < 0 || start === end) return null;
    const raw = this.#decode(start, end);
    const text = this.scanner.escaped[column] === 1 ? raw.replaceAll('""', '"') : raw;
    const path = this.#paths[slot] ?? [];
    return path.length === 0 ? text : cellValue(descend(text, path));
  }

  amount(slot: number): CellValue | NumberAndWords {
    const column = this.#columns[slot] ?? -1;
    const start = this.scanner.starts[column] ?? 0;
    const end = this.scanner.ends[column] ?? 0;
    if (!this.#isPlain(slot, column) || !this.#number.read(this.#bytes, start, end)) return this.value(slot);
    const { value, end: words } = this.#number;
    if (words === end) return value;
    this.#amount.number = value;
    this.#amount.words = this.#nameAt(words, end);
    return this.#amount;
  }

  category(slot: number): CellValue {
    const column = this.#columns[slot] ?? -1;
    const start = this.scanner.starts[column] ?? 0;
    const end = this.scanner.ends[column] ?? 0;
    if (column < 0 || start === end) return null;
    return this.#isPlain(slot, column) ? this.#nameAt(start, end) : this.value(slot);
  }

  count(slot: number): number {
    const column = this.#columns[slot] ?? -1;
    const start = this.scanner.starts[column] ?? 0;
    const end = this.scanner.ends[column] ?? 0;
    const value = plainCount(this.#bytes, start, end);
    return Number.isNaN(value) ? parseCount(this.value(slot)) : value;
  }

  instant(slot: number): number {
    const column = this.#columns[slot] ?? -1;
    const start = this.scanner.starts[column] ?? 0;
    const end = this.scanner.ends[column] ?? 0;
    const value = usualInstant(this.#bytes, start, end);
    if (!Number.isNaN(value)) return value;
    const text = this.value(slot);
    return typeof text === 'string' ? parseInstant(text) : NaN;
  }

  /** Whether the bytes of a cell are its text. */
  #isPlain(slot: number, column: number): boolean {
    return this.scanner.escaped[column] === 0 && (this.#paths[slot]?.length ?? 0) === 0;
  }

  /** Text of which few differ: made once, and found again by its bytes. */
  #nameAt(start: number, end: number): string {
    const key = hashOf(this.#bytes, start, end);
    const known = this.#names.get(key);
    if (known !== undefined && isAt(known, this.#bytes, start, end)) return known;
    const text = this.#decode(start, end);
    if (this.#names.size < MOST_NAMES) this.#names.set(key, text);
    return text;
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash;
}

/** Whether the bytes are this text; only ever true for ASCII. */
function isAt(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}
