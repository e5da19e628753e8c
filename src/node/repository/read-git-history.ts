import { realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { GitAbsence, GitFacts } from '../../core/predictors/repository-facts';
import { type GitOptions, type GitRun, runGit } from './run-git';

export interface HistoryOptions {
  /** Whether git may be started. */
  readonly git: boolean;
  readonly signal?: AbortSignal;
  /** Milliseconds after which git is stopped; 10 seconds where nothing else is said. */
  readonly timeout?: number;
}

const TIMEOUT = 10_000;

/**
 * The commits behind a folder, and the dates of the first and the last. Where the folder is the root of its
 * repository (or submodule, or work tree), these are all commits of HEAD, as on the Hub. Where it is a part of a
 * larger repository, they are the commits that changed something in it: as many as the model's own repository
 * would have, had each been pushed there. Rejects only with the reason of an aborted signal.
 */
export async function readGitHistory(folder: string, options: HistoryOptions): Promise<GitFacts> {
  const { git, signal, timeout = TIMEOUT } = options;
  if (!git) return absent('off', l10n.t('Git was not started for this folder.'));
  const limits = { folder, timeout, ...(signal && { signal }) };
  const place = await locate(limits);
  if ('state' in place) return place;
  const tally = new CommitTally();
  const scope = place.prefix === '' ? 'repository' : 'folder';
  const path = scope === 'folder' ? ['.'] : [];
  const run = await runGit(['rev-list', '--timestamp', 'HEAD', '--', ...path], {
    ...limits,
    onOutput: (chunk) => tally.add(chunk),
  });
  if (run.code !== 0) return /unknown revision|bad revision/.test(run.stderr) ? noCommits() : failure(run);
  if (tally.commits === 0)
    return absent('no-commits', l10n.t('No commit has changed the folder of this card yet.'));
  const { commits, first: firstCommit, last: lastCommit } = tally;
  const { shallow, hubRepository } = place;
  return {
    state: 'history',
    commits,
    firstCommit,
    lastCommit,
    shallow,
    scope,
    ...(scope === 'repository' && hubRepository !== undefined && { hubRepository }),
  };
}

interface Place {
  /** The folder within its repository, "" for the root. */
  readonly prefix: string;
  readonly shallow: boolean;
  readonly hubRepository: string | undefined;
}

async function locate(limits: Omit<GitOptions, 'onOutput'>): Promise<Place | GitAbsence> {
  const isBelow = await isBelowGit(limits.folder);
  limits.signal?.throwIfAborted();
  if (!isBelow) return noRepository();
  let output = '';
  const onOutput = (chunk: string): void => void (output += chunk);
  const options = { ...limits, onOutput };
  const run = await runGit(
    ['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--show-prefix'],
    options,
  );
  if (run.code !== 0) return failure(run);
  const [inside, shallow, ...prefix] = output.replace(/\n$/, '').split('\n');
  if (inside !== 'true') return noRepository();
  output = '';
  await runGit(['config', '--get-regexp', String.raw`^remote\..*\.url$`], options);
  return { prefix: prefix.join('\n'), shallow: shallow === 'true', hubRepository: hubRepositoryIn(output) };
}

/**
 * Whether the folder, or one above it, has a `.git`. Without one no process need be started, which is what makes a
 * thousand cards outside of git quick.
 */
async function isBelowGit(folder: string): Promise<boolean> {
  const start = await realpath(folder).catch(() => undefined);
  // Git says best what is wrong with a folder that is not there.
  if (start === undefined) return true;
  for (let at = start; ; at = dirname(at)) {
    const isThere = await stat(join(at, '.git')).then(
      () => true,
      () => false,
    );
    if (isThere || at === dirname(at)) return isThere;
  }
}

/** "owner/name" of the first remote that is on the Hub; credentials in its address stay where they are. */
function hubRepositoryIn(remotes: string): string | undefined {
  return /[/@](?:huggingface\.co|hf\.co)[:/]([\w.-]{1,96}\/[\w.-]{1,96}?)(?:\.git)?\/?$/m.exec(remotes)?.[1];
}

/** Counts the lines of `git rev-list --timestamp` ("1700000000 <hash>") without keeping them. */
class CommitTally {
  commits = 0;
  first = Infinity;
  last = -Infinity;
  #rest = '';

  add(chunk: string): void {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      // Dates are no worse than the clocks that set them: the extremes count, not the order.
      const time = Number.parseInt(line, 10);
      this.commits++;
      this.first = Math.min(this.first, time);
      this.last = Math.max(this.last, time);
    }
  }
}

function failure(run: GitRun): GitAbsence {
  if (run.missing) return absent('not-installed', l10n.t('Git is not installed, or not on the search path.'));
  if (run.timedOut) return absent('failed', l10n.t('Git took too long and was stopped.'));
  if (run.stderr.includes('dubious ownership')) {
    return absent(
      'refused',
      l10n.t('Git refuses this folder because it belongs to another user (see safe.directory).'),
    );
  }
  if (run.stderr.includes('not a git repository')) {
    return noRepository();
  }
  const [reason = ''] = run.stderr.split('\n');
  return absent('failed', reason === '' ? l10n.t('Git failed.') : l10n.t('Git failed: {0}', reason));
}

function noRepository(): GitAbsence {
  return absent('no-repository', l10n.t('The folder of this card is not in a git repository.'));
}

function noCommits(): GitAbsence {
  return absent('no-commits', l10n.t('The repository has no commit yet.'));
}

function absent(state: GitAbsence['state'], message: string): GitAbsence {
  return { state, message };
}
