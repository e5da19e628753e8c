import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './project';

/**
 * Makes a link to this project in `folder` and returns its path, for VS Code to run the extension from.
 *
 * VS Code takes each theme below the folder of an extension under development for that extension's own, and shows the
 * first of them rather than the one that is set. VS Code itself, with all its themes, is below this project.
 */
export async function linkExtension(folder: string): Promise<string> {
  const link = join(folder, 'extension-under-development');
  await symlink(projectRoot, link, 'junction');
  return link;
}
