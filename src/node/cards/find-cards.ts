import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import picomatch from 'picomatch/posix';
import { addressOf } from './address';
import { ignoreListsAround } from './git-ignore';
import { filesBelow } from './files-below';

/** A glob that matches no file: more likely a mistake than meant. */
export class NoMatchError extends Error {}

/** What is a card and what is not; addresses are absolute paths with `/`, those of folders end with one. */
export interface CardSearch {
  /** Addresses of folders below which every Markdown file is a card. */
  readonly cardFolders: readonly string[];
  /** Whether a file or folder is left out, whoever names it. */
  readonly excludes: (address: string) => boolean;
  /** Whether `.gitignore` holds in folders that are searched. */
  readonly gitIgnore: boolean;
}

/**
 * The cards that paths name, each once and in a stable order: files as given; in folders and below, `README.md` (in any
 * case) and the Markdown of card folders; what globs match. Links in folders are not followed, so that nothing outside
 * of them is read and nothing is visited twice.
 *
 * @param paths files, folders, globs, or `-` for standard input
 * @param onProblem is told why a path gives no (more) cards, an error of the file system or a NoMatchError; the other
 *   paths are searched all the same. Without it, the error is thrown
 */
export async function* findCards(
  paths: readonly string[],
  search: CardSearch,
  onProblem: (error: unknown) => void = rethrow,
): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const path of paths) {
    try {
      for await (const file of cardsOf(path, search)) {
        const address = resolve(file);
        if (!seen.has(address)) yield file;
        seen.add(address);
      }
    } catch (error) {
      onProblem(error);
    }
  }
}

function rethrow(error: unknown): never {
  throw error;
}

async function* cardsOf(path: string, search: CardSearch): AsyncGenerator<string> {
  if (path === '-') {
    yield path;
    return;
  }
  const found = await stat(path).catch((error: unknown) => ({ error }));
  if ('error' in found) {
    if (!picomatch.scan(path).isGlob) throw found.error;
    yield* cardsOfGlob(path, search);
  } else if (found.isDirectory()) {
    yield* cardsIn(path, search, (address) => isCard(address, search));
  } else if (!search.excludes(addressOf(path))) {
    yield path;
  }
}

async function* cardsOfGlob(path: string, search: CardSearch): AsyncGenerator<string> {
  const { base, glob } = picomatch.scan(path);
  const folder = base === '' ? '.' : base;
  const start = addressOf(folder, '/').length;
  const matches = picomatch(glob);
  let isEmpty = true;
  for await (const file of cardsIn(folder, search, (address) => matches(address.slice(start)))) {
    isEmpty = false;
    yield file;
  }
  if (isEmpty) throw new NoMatchError(`No file matches “${path}”.`);
}

async function* cardsIn(
  folder: string,
  { excludes, gitIgnore }: CardSearch,
  isWanted: (address: string) => boolean,
): AsyncGenerator<string> {
  if (excludes(addressOf(folder, '/'))) return;
  const lists = gitIgnore ? await ignoreListsAround(folder) : undefined;
  yield* filesBelow(folder, { excludes, isWanted, ...(lists && { lists }) });
}

function isCard(address: string, { cardFolders }: CardSearch): boolean {
  if (/\/readme\.md$/i.test(address)) return true;
  return /\.md$/i.test(address) && cardFolders.some((folder) => address.startsWith(folder));
}
