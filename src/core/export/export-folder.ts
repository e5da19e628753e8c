import * as l10n from '@vscode/l10n';
import { RefitError } from '../refit/refit-error';

/** Endings of the files of an export; a folder may hold others. */
const DATA_FILE = /\.(csv|tsv|tab|json|jsonl|ndjson|parquet|pq)(\.gz)?$/i;
/** Spark names its files part-00000-…, whatever their format. */
const PART_FILE = /^part-\d+/;
/** What `datasets`, DuckDB and others write beside the data, as JSON. */
const NOT_DATA = /^(dataset_infos?|dataset_dict|state|config|metadata)\.json$/i;

/**
 * Whether a file in a folder is one of the export's: hidden files, checksums and marks such as `_SUCCESS` are not.
 *
 * @param path relative to the folder
 */
export function isExportFile(path: string): boolean {
  const parts = path.split(/[\\/]/);
  const name = parts.at(-1) ?? '';
  if (parts.some((part) => /^[._]/.test(part)) || NOT_DATA.test(name) || /\.crc$/i.test(name)) return false;
  return DATA_FILE.test(name) || PART_FILE.test(name);
}

/** The order in which the records of a folder's files are numbered. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function noDataFiles(folder: string): RefitError {
  return new RefitError(
    l10n.t(
      '{0} holds no data files: none ends in .csv, .tsv, .json, .jsonl or .parquet, with or without .gz.',
      folder,
    ),
  );
}

export function onlyEmptyFiles(folder: string): RefitError {
  return new RefitError(l10n.t('{0} holds nothing but empty files.', folder));
}
