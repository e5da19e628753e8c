import { rename, rm, writeFile } from 'node:fs/promises';
import { RefitError } from '../../core/refit/refit-error';

/**
 * Writes a file as a whole or not at all: to a temporary file beside it, which then takes its name.
 *
 * @throws {RefitError} where the place cannot be written to
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new RefitError(
      `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
