import type { PredictorInput } from './predictor-input';
import { organizationNamed } from './organization';
import { settingSize } from './parameters';

/** Sentences about settings that say nothing usable, and were therefore passed over. */
export function settingProblems({ settings }: PredictorInput): string[] {
  if (!settings) return [];
  const problems: string[] = [];
  const { parameters, organization } = settings;
  if (parameters !== undefined && settingSize(parameters) === undefined) {
    problems.push(`The setting "${parameters}" is no number of parameters (such as 7B) and was not used.`);
  }
  if (organization !== undefined && organizationNamed(organization) === undefined) {
    problems.push(
      `The setting "${organization}" is no kind of organisation that the model knows and was not used.`,
    );
  }
  const counts = { likes: settings.likes, commits: settings.commits, 'repository age': settings.repoAgeDays };
  for (const [name, value] of Object.entries(counts)) {
    const least = name === 'commits' ? 1 : 0;
    if (value !== undefined && !(Number.isFinite(value) && value >= least)) {
      problems.push(`The setting for ${name}, ${value}, was not used: it must be ${least} or more.`);
    }
  }
  return problems;
}
