import { rename, rm, writeFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { RefitError } from '../../core/refit/refit-error';

/**
 * Writes files, all of them as a whole or none at all: first to temporary files beside them, which then take their
 * names.
 *
 * @param files texts by path
 * @throws {RefitError} where a place cannot be written to
 */
export async function writeWhole(files: ReadonlyMap<string, string>): Promise<void> {
  const temporary = (path: string): string => `${path}.${process.pid}.tmp`;
  let current = '';
  try {
    for (const [path, text] of files) {
      current = path;
      // A link that a stranger has put there would lead what is written elsewhere.
      await rm(temporary(path), { force: true });
      await writeFile(temporary(path), text, { flag: 'wx' });
    }
    for (const path of files.keys()) {
      current = path;
      await rename(temporary(path), path);
    }
  } catch (error) {
    for (const path of files.keys()) await rm(temporary(path), { force: true }).catch(() => undefined);
    throw new RefitError(
      l10n.t('{0} cannot be written: {1}.', current, error instanceof Error ? error.message : String(error)),
    );
  }
}
