import { type Dirent, opendirSync } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import {
  ENTRY_LIMIT,
  isLookedInto,
  type ListedFile,
  type Listing,
} from '../../core/predictors/repository/folder-files';

/** The entries of a folder as they are found; throws where it cannot be read. */
export type EntriesOf = (folder: string) => AsyncIterable<Dirent> | Iterable<Dirent>;

/** For an editor, which must not wait for a disk. */
export async function* entriesInTurn(folder: string): AsyncGenerator<Dirent> {
  yield* await opendir(folder);
}

/** For a program that has nothing else to do: thousands of small folders take a tenth of the time. */
export function* entriesAtOnce(folder: string): Generator<Dirent> {
  const directory = opendirSync(folder);
  try {
    for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) yield entry;
  } finally {
    directory.closeSync();
  }
}

export interface ListOptions {
  readonly entriesOf: EntriesOf;
  /** Files whose names it refuses are not even looked at. */
  readonly wanted: (name: string, depth: number) => boolean;
  readonly maxDepth: number;
  readonly signal?: AbortSignal;
}

/**
 * Lists the wanted files of a folder and the folders in it, nearest first and by name within a folder. Hidden
 * folders are left out, links to folders are not followed, links to files only where they stay in the folder.
 */
export async function listFiles(folder: string, options: ListOptions): Promise<Listing> {
  const walk = { folder, options, entries: 0, files: [] as ListedFile[], outside: [] as string[] };
  let level = await listFolder(folder, 0, walk);
  for (let depth = 1; depth <= options.maxDepth && level.length > 0; depth++) {
    const next: string[] = [];
    for (const directory of level) {
      // One that cannot be read holds nothing for us.
      next.push(...(await listFolder(directory, depth, walk).catch(() => [])));
      options.signal?.throwIfAborted();
    }
    level = next;
  }
  return { files: walk.files, notes: notesOf(walk) };
}

interface Walk {
  readonly folder: string;
  /** The folder with every link resolved, once a file in it is wanted. */
  root?: string;
  readonly options: ListOptions;
  entries: number;
  readonly files: ListedFile[];
  readonly outside: string[];
}

/** Adds the wanted files of one folder and returns the folders in it. */
async function listFolder(directory: string, depth: number, walk: Walk): Promise<string[]> {
  const { signal, wanted, entriesOf } = walk.options;
  const folders: string[] = [];
  const files: ListedFile[] = [];
  for await (const entry of entriesOf(directory)) {
    signal?.throwIfAborted();
    if (++walk.entries > ENTRY_LIMIT) break;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      if (isLookedInto(entry.name)) folders.push(path);
    } else if ((entry.isFile() || entry.isSymbolicLink()) && wanted(entry.name, depth)) {
      const file = await resolveFile(path, entry.name, depth, walk);
      if (file) files.push(file);
    }
  }
  walk.files.push(...files.sort((a, b) => (a.path < b.path ? -1 : 1)));
  return folders.sort();
}

async function resolveFile(
  path: string,
  name: string,
  depth: number,
  walk: Walk,
): Promise<ListedFile | undefined> {
  try {
    const root = (walk.root ??= await realpath(walk.folder));
    const realPath = await realpath(path);
    const listed = relative(walk.folder, path).replaceAll(sep, '/');
    if (!realPath.startsWith(root.endsWith(sep) ? root : root + sep)) {
      walk.outside.push(listed);
      return undefined;
    }
    const stats = await stat(realPath);
    return stats.isFile() ? { path: listed, name, depth, realPath, bytes: stats.size } : undefined;
  } catch {
    // A link to nothing, or a file that was deleted meanwhile.
    return undefined;
  }
}

function notesOf({ entries, outside }: Walk): string[] {
  const notes: string[] = [];
  const [first] = outside.sort();
  if (first !== undefined) {
    notes.push(
      outside.length === 1
        ? l10n.t('Links that lead out of the folder were not followed: {0}.', first)
        : l10n.t(
            'Links that lead out of the folder were not followed: {0} and {1} more.',
            first,
            outside.length - 1,
          ),
    );
  }
  if (entries > ENTRY_LIMIT)
    notes.push(l10n.t('The folder holds more than {0} entries; the rest was not looked at.', ENTRY_LIMIT));
  return notes;
}
