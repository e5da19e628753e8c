import type { ColumnMap } from './column-map';
import type { Field } from './fields';

/** One file of an export. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: number;
  /** Records read from it. */
  readonly records: number;
  /** SHA-256 in hexadecimal; null where nobody asked for it. */
  readonly sha256: string | null;
}

/** Where the rows came from and how they were understood. */
export interface ExportSource {
  readonly files: readonly SourceFile[];
  /** SHA-256 of the file, or of the list of the files' hashes and names as `sha256sum` prints it. */
  readonly sha256: string | null;
  /** "Hub export" or "HFCO2.csv". */
  readonly profile: string;
  /** Every column that the export has. */
  readonly columns: readonly string[];
  /** Which column was taken for which field. */
  readonly map: ColumnMap;
  /** Fields that cleaning would have read, but that the export does not have. */
  readonly missing: readonly Field[];
  /** Whether the emissions were read from whole model cards, for want of a column. */
  readonly emissionsFromCards: boolean;
}
