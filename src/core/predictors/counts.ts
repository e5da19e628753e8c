import type { PredictorName } from './predictor';

/** Predictors that are counted. */
export type CountName = Extract<PredictorName, 'likes' | 'commits' | 'repoAgeDays'>;

/** The least that each can be: who has a repository has committed to it. */
export const LEAST_COUNTS: Readonly<Record<CountName, number>> = { likes: 0, commits: 1, repoAgeDays: 0 };

/** Whether a count that was set can be one. */
export function isUsableCount(name: CountName, value: number): boolean {
  return Number.isFinite(value) && value >= LEAST_COUNTS[name];
}
