import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { ExportFile } from '../../core/export/record-sink';
import { RefitError } from '../../core/refit/refit-error';
import { openByteRanges, openByteSource } from './byte-source';
import { sha256OfFile } from './file-hash';
import { nodeBytes } from './native-bytes';

/** Endings of the files of an export; a folder may hold others. */
const DATA_FILE = /\.(csv|tsv|tab|json|jsonl|ndjson|parquet|pq)(\.gz)?$/i;
/** Spark names its files part-00000-…, whatever their format. */
const PART_FILE = /^part-\d+/;
/** What `datasets`, DuckDB and others write beside the data, as JSON. */
const NOT_DATA = /^(dataset_infos?|dataset_dict|state|config|metadata)\.json$/i;

/**
 * Lists the files of an export, in the order in which their records are numbered. In a folder, that is every data
 * file below it, by path, without hidden files, checksums and marks such as `_SUCCESS`.
 *
 * @throws {RefitError} where there is nothing to read
 */
export async function listExportFiles(paths: readonly string[]): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  for (const path of paths) {
    const found = await statOrFail(path);
    if (found.isDirectory()) files.push(...(await listFolder(path)));
    else files.push(exportFile(path, basename(path), found.size));
  }
  if (files.length === 0) throw new RefitError('No export was named.');
  return files;
}

async function statOrFail(path: string): Promise<{ isDirectory(): boolean; size: number }> {
  try {
    return await stat(path);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new RefitError(missing ? `${path} does not exist.` : `${path} cannot be read: ${String(error)}.`);
  }
}

async function listFolder(folder: string): Promise<ExportFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && isData(entry, folder))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(byCodeUnit);
  if (paths.length === 0) {
    throw new RefitError(
      `${folder} holds no data files: none ends in .csv, .tsv, .json, .jsonl or .parquet, with or without .gz.`,
    );
  }
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const files = paths
    .map((path, at) => exportFile(path, relative(folder, path), sizes[at] ?? 0))
    .filter(({ bytes }) => bytes > 0);
  if (files.length === 0) throw new RefitError(`${folder} holds nothing but empty files.`);
  return files;
}

function isData({ name, parentPath }: Dirent, folder: string): boolean {
  const place = relative(folder, parentPath);
  const hidden = [...place.split(/[\\/]/), name].some((part) => /^[._]/.test(part));
  if (hidden || NOT_DATA.test(name) || /\.crc$/i.test(name)) return false;
  return DATA_FILE.test(name) || PART_FILE.test(name);
}

function exportFile(path: string, name: string, bytes: number): ExportFile {
  const gzipped = /\.gz$/i.test(path);
  return {
    path,
    name,
    bytes,
    gzipped,
    native: nodeBytes,
    open: () => openByteSource(path, gzipped),
    openRanges: () => openByteRanges(path),
    sha256: () => sha256OfFile(path),
  };
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
