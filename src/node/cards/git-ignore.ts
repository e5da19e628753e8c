import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type IgnoreList, ignoreList } from '../../core/files/ignore-list';
import { addressOf } from './address';
import { repositoryFolders } from './repository-folders';

/** The name of the files in which git is told what to ignore. */
export const GIT_IGNORE = '.gitignore';

/** The patterns of a folder's `.gitignore`. */
export async function readGitIgnore(folder: string): Promise<IgnoreList> {
  const text = await readFile(join(folder, GIT_IGNORE), 'utf8');
  return ignoreList(addressOf(folder, '/'), text.split(/\r?\n/));
}

/** The patterns that hold in a folder because they stand in folders above it in the same repository, outer ones first. */
export async function ignoreListsAround(folder: string): Promise<IgnoreList[]> {
  const [, ...above] = repositoryFolders(folder);
  const telling = above.reverse().filter((path) => existsSync(join(path, GIT_IGNORE)));
  return Promise.all(telling.map(readGitIgnore));
}
