import * as l10n from '@vscode/l10n';
import type { PredictorInput } from './predictor-input';
import { organizationNamed } from './organization';
import { settingSize } from './parameters';

/** Sentences about settings that say nothing usable, and were therefore passed over. */
export function settingProblems({ settings }: PredictorInput): string[] {
  if (!settings) return [];
  const problems: string[] = [];
  const { parameters, organization } = settings;
  if (parameters !== undefined && settingSize(parameters) === undefined) {
    problems.push(
      l10n.t('The setting "{0}" is no number of parameters (such as 7B) and was not used.', parameters),
    );
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
  if (isBelow(likes, 0)) {
    problems.push(l10n.t('The setting for likes, {0}, was not used: it must be 0 or more.', likes));
  }
  if (isBelow(commits, 1)) {
    problems.push(l10n.t('The setting for commits, {0}, was not used: it must be 1 or more.', commits));
  }
  if (isBelow(repoAgeDays, 0)) {
    problems.push(
      l10n.t('The setting for repository age, {0}, was not used: it must be 0 or more.', repoAgeDays),
    );
  }
  return problems;
}

function isBelow(value: number | undefined, least: number): value is number {
  return value !== undefined && !(Number.isFinite(value) && value >= least);
}
