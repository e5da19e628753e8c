import * as l10n from '@vscode/l10n';
import { gatherActivity } from './activity';
import { gatherDomain } from './task-domain';
import { gatherLikes } from './likes';
import { gatherOrganization } from './organization';
import { gatherParameters } from './parameters';
import type { MissingPredictor, Predictors } from './predictor';
import type { PredictorInput } from './predictor-input';
import { settingProblems } from './setting-problems';

const MOST_PROBLEMS = 3;

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
  const broken = weights.flatMap(({ problem }) => problem ?? []);
  return [...settingProblems(input), ...unread, ...notes, ...someOf(broken)];
}

/** A folder may hold thousands of broken files, and each says nothing new. */
function someOf(problems: readonly string[]): string[] {
  const some = problems.slice(0, MOST_PROBLEMS);
  const left = problems.length - some.length;
  if (left === 0) return some;
  return [
    ...some,
    left === 1
      ? l10n.t('The header of 1 more file was not used.')
      : l10n.t('The headers of {0} more files were not used.', left),
  ];
}
