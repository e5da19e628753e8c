import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * A folder and those above it up to the root of its git repository, innermost first. Outside of repositories it is the
 * folder alone: what lies above is not the user's to speak for it.
 */
export function repositoryFolders(folder: string): string[] {
  const here = resolve(folder);
  const folders = [here];
  for (let path = here; !existsSync(join(path, '.git')); path = dirname(path)) {
    if (dirname(path) === path) return [here];
    folders.push(dirname(path));
  }
  return folders;
}
