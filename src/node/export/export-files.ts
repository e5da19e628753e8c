import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import * as l10n from '@vscode/l10n';
import { byCodeUnit, isExportFile, noDataFiles, onlyEmptyFiles } from '../../core/export/export-folder';
import type { ExportFile } from '../../core/export/record-sink';
import { RefitError } from '../../core/refit/refit-error';
import { openByteRanges, openByteSource } from './byte-source';
import { sha256OfFile } from './file-hash';
import { nodeBytes } from './native-bytes';

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
  if (files.length === 0) throw new RefitError(l10n.t('No export was named.'));
  return files;
}

async function statOrFail(path: string): Promise<{ isDirectory(): boolean; size: number }> {
  try {
    return await stat(path);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new RefitError(
      missing ? l10n.t('{0} does not exist.', path) : l10n.t('{0} cannot be read: {1}.', path, String(error)),
    );
  }
}

async function listFolder(folder: string): Promise<ExportFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isExportFile(relative(folder, path)))
    .sort(byCodeUnit);
  if (paths.length === 0) throw noDataFiles(folder);
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const files = paths
    .map((path, at) => exportFile(path, relative(folder, path), sizes[at] ?? 0))
    .filter(({ bytes }) => bytes > 0);
  if (files.length === 0) throw onlyEmptyFiles(folder);
  return files;
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
