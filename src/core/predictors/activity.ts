import * as l10n from '@vscode/l10n';
import { type CountName, isUsableCount } from './counts';
import type { PredictorInput } from './predictor-input';
import type { HubFacts } from './hub-facts';
import type { Predictor } from './predictor';
import type { GitHistory } from './repository-facts';

/** Commits and age: they come from the same place, so they are gathered together. */
export interface Activity {
  readonly commits: Predictor<number>;
  readonly repoAgeDays: Predictor<number>;
}

/** What a small fine-tune has: a first commit, weights, tokeniser, card and a correction, all in a day. */
const USUAL_COMMITS = 5;
const USUAL_AGE = 1;

const SECONDS_A_DAY = 86_400;
const MILLISECONDS_A_DAY = 1000 * SECONDS_A_DAY;

/**
 * "The total number of commits associated with the repository" and the whole days from the first to the last
 * (paper, section 3.2). A full history of the card's own repository is trusted most; where git has only a part of
 * it, or the card's folder is a part of something larger, the Hub is, should it have been asked.
 */
export function gatherActivity({ settings, repository, hub }: PredictorInput): Activity {
  const git = repository?.git;
  const history = git?.state === 'history' ? git : undefined;
  const own = history?.scope === 'repository' && !history.shallow ? fromGit(history) : undefined;
  const why = git && git.state !== 'history' ? git.message : undefined;
  const remote = hub && fromHub(hub);
  const partial = history && fromGit(history);
  return {
    commits:
      fromSetting('commits', settings?.commits) ??
      own?.commits ??
      remote?.commits ??
      partial?.commits ??
      usual(USUAL_COMMITS, l10n.t('the number that small models usually have'), why),
    repoAgeDays:
      fromSetting('repoAgeDays', settings?.repoAgeDays) ??
      own?.repoAgeDays ??
      remote?.repoAgeDays ??
      partial?.repoAgeDays ??
      usual(USUAL_AGE, l10n.t('the age that small models usually reach'), why),
  };
}

function fromSetting(name: CountName, value: number | undefined): Predictor<number> | undefined {
  if (value === undefined || !isUsableCount(name, value)) return undefined;
  return { value, origin: l10n.t('your settings'), kind: 'declared', source: 'setting' };
}

function fromGit({ commits, firstCommit, lastCommit, shallow, scope }: GitHistory): Activity {
  const days = Math.floor((lastCommit - firstCommit) / SECONDS_A_DAY);
  const isPart = scope === 'folder';
  const base = { kind: shallow ? 'assumed' : 'measured', source: 'git', ...noteOn(shallow, scope) } as const;
  return {
    commits: {
      value: commits,
      origin: isPart ? l10n.t('the git history of this folder') : l10n.t('the git history'),
      ...base,
    },
    repoAgeDays: {
      value: days,
      origin: isPart
        ? l10n.t('the first and last commit in the git history of this folder')
        : l10n.t('the first and last commit in the git history'),
      ...base,
    },
  };
}

function noteOn(shallow: boolean, scope: GitHistory['scope']): { readonly note?: string } {
  if (shallow) {
    return {
      note: l10n.t('This clone is shallow and lacks older commits; git fetch --unshallow brings them.'),
    };
  }
  if (scope === 'repository') return {};
  return {
    note: l10n.t('The folder is part of a larger repository; only commits that changed it were counted.'),
  };
}

function fromHub({ repositoryName, commits, createdAt, lastModified }: HubFacts): Partial<Activity> {
  const base = {
    origin: l10n.t('what the Hub says of {0}', repositoryName),
    kind: 'measured',
    source: 'hub',
  } as const;
  const days =
    createdAt === undefined || lastModified === undefined
      ? undefined
      : Math.max(0, Math.floor((lastModified - createdAt) / MILLISECONDS_A_DAY));
  return {
    ...(commits !== undefined && { commits: { value: commits, ...base } }),
    ...(days !== undefined && { repoAgeDays: { value: days, ...base } }),
  };
}

function usual(value: number, origin: string, note: string | undefined): Predictor<number> {
  return { value, origin, kind: 'assumed', source: 'default', ...(note !== undefined && { note }) };
}
