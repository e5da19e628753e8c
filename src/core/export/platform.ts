import type { Compressors } from 'hyparquet';
import type * as Parquet from './parquet-library';
import type { ExportFile } from './record-sink';

/** What is used of the library that reads Parquet. */
export type ParquetLibrary = typeof Parquet;

/** What reading an export needs of where it runs: Node, or a worker of the browser. */
export interface ExportPlatform {
  /**
   * Lists the files of an export, in the order in which their records are numbered.
   *
   * @param places files and folders, each as {@link ExportFile.path} names them
   * @throws {RefitError} where there is nothing to read
   */
  listFiles(places: readonly string[]): Promise<readonly ExportFile[]>;
  /** Most exports are CSV, and the library is large: it is loaded with the first Parquet file. */
  loadParquet(): Promise<ParquetLibrary>;
  /** Unpackers of Parquet's pages that this place has better ones of than the library. */
  readonly compressors: Compressors;
  /** SHA-256 of a text, in hexadecimal; null where it cannot be computed. */
  sha256(text: string): Promise<string | null>;
}
