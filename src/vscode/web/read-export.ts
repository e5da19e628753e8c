import * as vscode from 'vscode';
import { byCodeUnit, isExportFile, noDataFiles, onlyEmptyFiles } from '../../core/export/export-folder';
import { RefitError } from '../../core/refit/refit-error';
import type { FileContent } from '../../core/refit/worker-protocol';
import { nameOfPlace, placeOf, uriOf } from '../places';
import { grouped } from '../../core/quantity/grouped';

/** The editor hands a file over as a whole, and a page of a browser has some gigabytes for all that it holds. */
const MOST_MEGABYTES = 256;

/** A file of the export that has not been read. */
interface ListedFile {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly bytes: number;
  readonly modified: number;
}

/**
 * Reads the files of an export into memory.
 *
 * @param isWanted asked between files
 * @throws {RefitError} with a sentence for the user; also where they are too large for a browser
 */
export async function readExport(
  places: readonly string[],
  isWanted: () => boolean,
): Promise<readonly FileContent[]> {
  const files = (await Promise.all(places.map(listPlace))).flat();
  requireRoom(files);
  const contents: FileContent[] = [];
  for (const file of files) {
    if (!isWanted()) return [];
    contents.push({ path: placeOf(file.uri), name: file.name, bytes: await readWhole(file) });
  }
  return contents;
}

function requireRoom(files: readonly ListedFile[]): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes <= MOST_MEGABYTES * 1e6) return;
  const [first] = files;
  const what = files.length === 1 && first !== undefined ? first.name : vscode.l10n.t('The export');
  const size = grouped(Math.round(bytes / 1e6));
  throw new RefitError(
    vscode.l10n.t(
      '{0} is {1} MB large; in the browser there is room for {2} MB. Refit it in VS Code on a computer, or save it as Parquet or gzip.',
      what,
      size,
      MOST_MEGABYTES,
    ),
  );
}

async function listPlace(place: string): Promise<ListedFile[]> {
  const uri = uriOf(place);
  const found = await statOrFail(uri);
  if ((found.type & vscode.FileType.Directory) === 0) {
    return [{ uri, name: nameOfPlace(place), bytes: found.size, modified: found.mtime }];
  }
  const paths = await listFolder(uri, '');
  if (paths.length === 0) throw noDataFiles(nameOfPlace(place));
  const listed = paths.sort(byCodeUnit).map(async (path) => {
    const file = vscode.Uri.joinPath(uri, path);
    const { size, mtime } = await statOrFail(file);
    return { uri: file, name: path, bytes: size, modified: mtime };
  });
  const files = (await Promise.all(listed)).filter(({ bytes }) => bytes > 0);
  if (files.length === 0) throw onlyEmptyFiles(nameOfPlace(place));
  return files;
}

/** The paths of an export's files below a folder, relative to the export's. */
async function listFolder(folder: vscode.Uri, path: string): Promise<string[]> {
  const found: string[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    const at = path === '' ? name : `${path}/${name}`;
    if (type === vscode.FileType.Directory)
      found.push(...(await listFolder(vscode.Uri.joinPath(folder, name), at)));
    else if ((type & vscode.FileType.File) !== 0 && isExportFile(at)) found.push(at);
  }
  return found;
}

async function readWhole({ uri, name, bytes, modified }: ListedFile): Promise<Uint8Array<ArrayBuffer>> {
  const content = await vscode.workspace.fs.readFile(uri).then(undefined, (error: unknown) => {
    throw unreadable(name, error);
  });
  const now = await statOrFail(uri);
  if (now.size !== bytes || now.mtime !== modified) {
    throw new RefitError(
      vscode.l10n.t(
        '{0} changed while it was read. The model in use stays; refit again when the export is complete.',
        name,
      ),
    );
  }
  // What comes from the editor may be a part of a larger message, and only whole buffers can be handed on.
  return new Uint8Array(content);
}

async function statOrFail(uri: vscode.Uri): Promise<vscode.FileStat> {
  return vscode.workspace.fs.stat(uri).then(undefined, (error: unknown) => {
    throw unreadable(nameOfPlace(placeOf(uri)), error);
  });
}

function unreadable(name: string, error: unknown): RefitError {
  if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
    return new RefitError(vscode.l10n.t('{0} is not there any more.', name));
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new RefitError(vscode.l10n.t('{0} cannot be read: {1}', name, reason));
}
