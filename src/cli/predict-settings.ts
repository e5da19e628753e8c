import { organizationNamed } from '../core/predictors/organization';
import { settingSize } from '../core/predictors/parameters';
import { organizations, type PredictorSettings } from '../core/predictors/predictor';
import { domainNamed } from '../core/predictors/task-domain';
import { nearestValue } from '../core/rules/metadata-schema/nearest-value';
import { TASKS } from '../core/schema/hub-lists';
import { UsageError } from './usage-error';

/** What is given on the command line about a model, as it was written. */
export type WrittenSettings = { readonly [Name in keyof PredictorSettings]?: string };

/** The option of each predictor, by its name. */
export const OPTIONS: Readonly<Record<string, string>> = {
  parameters: '--parameters',
  likes: '--likes',
  commits: '--commits',
  repoAgeDays: '--repo-age-days',
  domain: '--task',
  organization: '--organization',
};

/**
 * Reads what is given about a model. What the editor passes over with a note is a mistake here, where nobody may read
 * the note.
 *
 * @throws UsageError for a value that says nothing usable
 */
export function readPredictorSettings(written: WrittenSettings): PredictorSettings {
  const { parameters, likes, commits, repoAgeDays, task, organization } = written;
  if (parameters !== undefined && settingSize(parameters) === undefined) {
    throw new UsageError(`“${parameters}” is no number of parameters: write it as in --parameters 7B.`);
  }
  if (task !== undefined && domainNamed(task) === undefined) throw new UsageError(noTask(task));
  if (organization !== undefined && organizationNamed(organization) === undefined) {
    throw new UsageError(
      `“${organization}” is no kind of organisation for --organization: use ${organizations.join(', ')}.`,
    );
  }
  return {
    ...(parameters !== undefined && { parameters }),
    ...(likes !== undefined && { likes: readCount('--likes', likes, 0) }),
    ...(commits !== undefined && { commits: readCount('--commits', commits, 1) }),
    ...(repoAgeDays !== undefined && { repoAgeDays: readCount('--repo-age-days', repoAgeDays, 0) }),
    ...(task !== undefined && { task }),
    ...(organization !== undefined && { organization }),
  };
}

function readCount(option: string, text: string, least: number): number {
  const count = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(count) || count < least) {
    throw new UsageError(`“${text}” is no value for ${option}: give a whole number, ${least} or more.`);
  }
  return count;
}

function noTask(text: string): string {
  const nearest = nearestValue(
    text,
    Object.fromEntries(Object.entries(TASKS).map(([task, { name }]) => [task, name])),
  );
  return nearest === undefined
    ? `“${text}” is no task of the Hub, which are named as in fill-mask and text-to-image.`
    : `“${text}” is no task of the Hub: did you mean ${nearest}?`;
}
