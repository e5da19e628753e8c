import * as l10n from '@vscode/l10n';
import type { RepositoryFacts } from '../../core/predictors/repository-facts';
import type { FileAccess, Listing } from '../../core/predictors/repository/folder-files';
import {
  EMISSIONS_DEPTH,
  isWanted,
  repositoryFacts,
} from '../../core/predictors/repository/repository-facts-of';
import { entriesInTurn, type EntriesOf, listFiles } from './list-files';
import { readSmallText, withFile } from './open-source';
import { readGitHistory } from './read-git-history';

export interface ReadRepositoryOptions {
  /** Whether git may be started; in Restricted Mode it may not be. */
  readonly git: boolean;
  /** How folders are listed; where nothing is said, without holding up what else goes on. */
  readonly entriesOf?: EntriesOf;
  readonly signal?: AbortSignal;
}

const access: FileAccess = { readSmallText, withFile };

/**
 * Looks at the folder of a card: weights (their headers only), configuration, git history, CodeCarbon's files.
 * Starts git only with `options.git`. Rejects with the signal's reason when aborted, and for nothing else: what
 * cannot be read is described in the result.
 */
export async function readRepository(
  folder: string,
  options: ReadRepositoryOptions,
): Promise<RepositoryFacts> {
  const { entriesOf = entriesInTurn, signal } = options;
  const git = readGitHistory(folder, options);
  // Should listing fail first, the history's rejection must not go unhandled.
  git.catch(() => undefined);
  return repositoryFacts(await listAll(folder, entriesOf, signal), access, git, signal);
}

async function listAll(
  folder: string,
  entriesOf: EntriesOf,
  signal: AbortSignal | undefined,
): Promise<Listing> {
  try {
    return await listFiles(folder, {
      entriesOf,
      wanted: isWanted,
      maxDepth: EMISSIONS_DEPTH,
      ...(signal && { signal }),
    });
  } catch (error) {
    signal?.throwIfAborted();
    const code = error instanceof Error && 'code' in error ? String(error.code) : l10n.t('unknown error');
    return { files: [], notes: [l10n.t("The card's folder cannot be read ({0}).", code)] };
  }
}
