import { gatherActivity } from './activity';
import { gatherDomain } from './task-domain';
import { gatherLikes } from './likes';
import { gatherOrganization } from './organization';
import { gatherParameters } from './parameters';
import type { MissingPredictor, Predictors } from './predictor';
import type { PredictorInput } from './predictor-input';
import { settingProblems } from './setting-problems';

export interface GatheredPredictors {
  readonly predictors: Predictors;
  /** Without a size there is no prediction: what is missing and what to do. */
  readonly missing: readonly MissingPredictor[];
  /** What the reader should know about the gathering as a whole, a sentence each. */
  readonly notes: readonly string[];
}

/** Gathers the predictors of a card, each from the source that is trusted most. */
export function gatherPredictors(input: PredictorInput): GatheredPredictors {
  const size = gatherParameters(input);
  const predictors: Predictors = {
    ...('value' in size && { parameters: size }),
    likes: gatherLikes(input),
    ...gatherActivity(input),
    domain: gatherDomain(input),
    organization: gatherOrganization(input),
  };
  return { predictors, missing: 'value' in size ? [] : [size], notes: notesOn(input) };
}

function notesOn(input: PredictorInput): string[] {
  const { notes = [], weights = [] } = input.repository ?? {};
  const unread = input.unread === undefined ? [] : [input.unread];
  return [...settingProblems(input), ...unread, ...notes, ...weights.flatMap(({ problem }) => problem ?? [])];
}
