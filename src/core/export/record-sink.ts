import type { ColumnMap } from '../refit/column-map';
import type { Field } from '../refit/fields';
import type { RecordView } from '../refit/record-view';
import type { ByteRanges, ByteSource } from './byte-source';
import type { NativeBytes } from './native-bytes';

/** Where a reader puts what it reads. */
export interface RecordSink {
  /**
   * Tells the file's columns before its first record.
   *
   * @param columns names, with dotted paths for nested ones
   * @returns the fields to read and where they stand
   */
  begin(columns: readonly string[]): ColumnMap;
  /** Where else a field may stand, for formats whose records need not have the same columns. */
  candidates(field: Field): readonly string[];
  /** Takes a record; the view is read at once and may be used again for the next one. */
  add(record: RecordView): void;
  /** Says that the file's records had these fields, where `begin` could not know. */
  saw(fields: Iterable<Field>): void;
  /** Between stretches of work. @throws {RefitCancelled} once the user has cancelled */
  advanced(bytesConsumed: number): void;
}

/** A file of an export, as the readers are given it. */
export interface ExportFile {
  /** Where it lies: a path, or an address. */
  readonly path: string;
  /** How messages call it. */
  readonly name: string;
  readonly bytes: number;
  readonly gzipped: boolean;
  readonly native: NativeBytes;
  /** Opens its content, unpacking gzip on the way. */
  open(): Promise<ByteSource>;
  /** Opens it as it lies there, packed or not. */
  openRanges(): Promise<ByteRanges>;
  /** SHA-256 of it as it lies there, in hexadecimal; null where that cannot be computed. */
  sha256(): Promise<string | null>;
}
