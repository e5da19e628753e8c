import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type IgnoreList, ignoreList } from '../../core/files/ignore-list';
import { addressOf } from './address';
import { readSmallText } from '../repository/open-source';
import { repositoryFolders } from './repository-folders';

/** The name of the files in which git is told what to ignore. */
export const GIT_IGNORE = '.gitignore';

/** Git itself would take its time with more. */
const GIT_IGNORE_LIMIT = 1_000_000;

/** The patterns of a folder's `.gitignore`; none where it is no file, too large or not readable. */
export async function readGitIgnore(folder: string): Promise<IgnoreList> {
  const text = await readSmallText(join(folder, GIT_IGNORE), GIT_IGNORE_LIMIT);
  return ignoreList(addressOf(folder, '/'), (text ?? '').split(/\r?\n/));
}

/** The patterns that hold in a folder because they stand in folders above it in the same repository, outer ones first. */
export async function ignoreListsAround(folder: string): Promise<IgnoreList[]> {
  const [, ...above] = repositoryFolders(folder);
  const telling = above.reverse().filter((path) => existsSync(join(path, GIT_IGNORE)));
  return Promise.all(telling.map(readGitIgnore));
}
