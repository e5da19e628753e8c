import type { ColumnMap } from '../../core/refit/column-map';
import type { Field } from '../../core/refit/fields';
import type { RecordView } from '../../core/refit/record-view';

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
  readonly path: string;
  /** How messages call it. */
  readonly name: string;
  readonly bytes: number;
  readonly gzipped: boolean;
}
