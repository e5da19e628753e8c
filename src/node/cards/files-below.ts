import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type IgnoreList, isIgnored } from '../../core/files/ignore-list';
import { addressOf } from './address';
import { GIT_IGNORE, readGitIgnore } from './git-ignore';

/** Folders that hold no cards of their own. */
const SKIPPED = new Set(['node_modules', '__pycache__', 'venv']);

export interface FileSearch {
  /** Whether a file or folder is left out. @param address absolute, with `/`; a folder's ends with one */
  readonly excludes: (address: string) => boolean;
  /** Whether a file is looked for. */
  readonly isWanted: (address: string) => boolean;
  /** What git ignores, outer folders first; undefined where `.gitignore` does not matter. */
  readonly lists?: readonly IgnoreList[];
}

/** The files that are wanted in a folder and below it, by name and those of a folder before those below it. */
export async function* filesBelow(folder: string, search: FileSearch): AsyncGenerator<string> {
  // At once: through Node's pool of threads thousands of small folders take three times as long.
  const entries = readdirSync(folder, { withFileTypes: true }).sort(byName);
  const here = addressOf(folder, '/');
  const hasOwn = search.lists && entries.some((entry) => entry.isFile() && entry.name === GIT_IGNORE);
  const lists = search.lists && [...search.lists, ...(hasOwn ? [await readGitIgnore(folder)] : [])];
  const isLeftOut = (address: string): boolean =>
    search.excludes(address) || (lists !== undefined && isIgnored(address, lists));
  for (const entry of entries) {
    const address = `${here}${entry.name}`;
    if (entry.isFile() && search.isWanted(address) && !isLeftOut(address)) yield join(folder, entry.name);
  }
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
    if (isLeftOut(`${here}${entry.name}/`)) continue;
    yield* filesBelow(join(folder, entry.name), { ...search, ...(lists && { lists }) });
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
