import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { OUTCOME_FILES, readOutcome, type RefitOutcome } from '../../core/refit/panel-outcome';
import type { OutcomeTexts } from '../../core/refit/outcome-texts';
import { RefitError } from '../../core/refit/refit-error';

/**
 * Writes an outcome as a whole or not at all: into a folder beside, which then takes the name.
 *
 * @throws {RefitError} where the place cannot be written to
 */
export async function writeOutcome(folder: string, texts: OutcomeTexts['texts']): Promise<void> {
  const partial = partialOf(folder);
  try {
    for (const [path, text] of texts) {
      const file = join(partial, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await rename(partial, folder);
  } catch (error) {
    await removeOutcome(folder);
    throw new RefitError(whyNotKept(error));
  }
}

function whyNotKept(error: unknown): string {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'ENOSPC':
      return l10n.t('The result cannot be kept: the disk is full. Free some space and refit again.');
    case 'EDQUOT':
      return l10n.t(
        'The result cannot be kept: your share of the disk is used up. Free some space and refit again.',
      );
    case 'EFBIG':
      return l10n.t(
        'The result cannot be kept: the system lets no file grow that large. Raise that limit and refit again.',
      );
    case 'EROFS':
      return l10n.t('The result cannot be kept: the place of the editor’s data cannot be written to.');
    case 'EACCES':
    case 'EPERM':
      return l10n.t('The result cannot be kept: you may not write into the place of the editor’s data.');
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return l10n.t('The result cannot be kept: {0}. Free some space, or check the permissions.', reason);
    }
  }
}

/** Removes an outcome, or what a worker that died has left of one. */
export async function removeOutcome(folder: string): Promise<void> {
  for (const path of [folder, partialOf(folder)]) {
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** The outcome in a folder; undefined where there is none, or one that another version wrote. */
export async function readOutcomeIn(folder: string): Promise<RefitOutcome | undefined> {
  try {
    return readOutcome(await readFile(join(folder, OUTCOME_FILES.outcome), 'utf8'));
  } catch {
    return undefined;
  }
}

function partialOf(folder: string): string {
  return `${folder}.part`;
}
