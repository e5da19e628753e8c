import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders that hold no cards of their own. */
const SKIPPED = new Set(['node_modules', '__pycache__', 'venv']);

/**
 * The cards that paths name, in a stable order: files as given, `README.md` (in any case) in folders and below. Links
 * to folders are not followed, so that nothing is visited twice. Errors of the file system are thrown.
 *
 * @param paths files, folders, or `-` for standard input.
 */
export async function* findCards(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    if (path !== '-' && (await stat(path)).isDirectory()) yield* cardsBelow(path);
    else yield path;
  }
}

async function* cardsBelow(folder: string): AsyncGenerator<string> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort(byName);
  for (const entry of entries) {
    if (entry.isFile() && /^readme\.md$/i.test(entry.name)) yield join(folder, entry.name);
  }
  for (const entry of entries) {
    if (entry.isDirectory() && !entry.name.startsWith('.') && !SKIPPED.has(entry.name)) {
      yield* cardsBelow(join(folder, entry.name));
    }
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
