import * as l10n from '@vscode/l10n';
import type { PredictorInput } from './predictor-input';
import { type CountName, isUsableCount } from './counts';
import { organizationNamed } from './organization';
import { settingSize } from './parameters';
import { domainNamed } from './task-domain';

/** Sentences about settings that say nothing usable, and were therefore passed over. */
export function settingProblems({ settings }: PredictorInput): string[] {
  if (!settings) return [];
  const problems: string[] = [];
  const { parameters, task, organization } = settings;
  if (parameters !== undefined && settingSize(parameters) === undefined) {
    problems.push(
      l10n.t('The setting "{0}" is no number of parameters (such as 7B) and was not used.', parameters),
    );
  }
  if (task !== undefined && domainNamed(task) === undefined) {
    problems.push(l10n.t('The setting "{0}" is no task of the Hub and was not used.', task));
  }
  if (organization !== undefined && organizationNamed(organization) === undefined) {
    problems.push(
      l10n.t(
        'The setting "{0}" is no kind of organisation that the model knows and was not used.',
        organization,
      ),
    );
  }
  const { likes, commits, repoAgeDays } = settings;
  if (isRefused('likes', likes)) {
    problems.push(l10n.t('The setting for likes, {0}, was not used: it must be 0 or more.', likes));
  }
  if (isRefused('commits', commits)) {
    problems.push(l10n.t('The setting for commits, {0}, was not used: it must be 1 or more.', commits));
  }
  if (isRefused('repoAgeDays', repoAgeDays)) {
    problems.push(
      l10n.t('The setting for repository age, {0}, was not used: it must be 0 or more.', repoAgeDays),
    );
  }
  return problems;
}

function isRefused(name: CountName, value: number | undefined): value is number {
  return value !== undefined && !isUsableCount(name, value);
}
