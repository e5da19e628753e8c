import { opendir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import * as l10n from '@vscode/l10n';
import {
  ENTRY_LIMIT,
  isLookedInto,
  type ListedFile,
  type Listing,
} from '../../core/predictors/repository/folder-files';

export interface ListOptions {
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
  const root = await realpath(folder);
  const walk = { root, options, entries: 0, files: [] as ListedFile[], outside: [] as string[] };
  let level = [root];
  for (let depth = 0; depth <= options.maxDepth && level.length > 0; depth++) {
    const next: string[] = [];
    for (const directory of level) next.push(...(await listFolder(directory, depth, walk)));
    level = next;
  }
  return { files: walk.files, notes: notesOf(walk) };
}

interface Walk {
  readonly root: string;
  readonly options: ListOptions;
  entries: number;
  readonly files: ListedFile[];
  readonly outside: string[];
}

/** Adds the wanted files of one folder and returns the folders in it. */
async function listFolder(directory: string, depth: number, walk: Walk): Promise<string[]> {
  const folders: string[] = [];
  const files: ListedFile[] = [];
  const entries = await opendir(directory).catch(() => undefined);
  if (!entries) return [];
  for await (const entry of entries) {
    walk.options.signal?.throwIfAborted();
    if (++walk.entries > ENTRY_LIMIT) break;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      if (isLookedInto(entry.name)) folders.push(path);
    } else if ((entry.isFile() || entry.isSymbolicLink()) && walk.options.wanted(entry.name, depth)) {
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
  { root, outside }: Walk,
): Promise<ListedFile | undefined> {
  try {
    const realPath = await realpath(path);
    const listed = relative(root, path).replaceAll(sep, '/');
    if (!realPath.startsWith(root.endsWith(sep) ? root : root + sep)) {
      outside.push(listed);
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
