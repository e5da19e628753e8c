import { gatherActivity } from './activity';
import { gatherDomain } from './task-domain';
import type { HubFacts } from './hub-facts';
import { gatherLikes } from './likes';
import { gatherOrganization } from './organization';
import { gatherParameters } from './parameters';
import type { MissingPredictor, Predictors, PredictorSettings } from './predictor';
import type { RepositoryFacts } from './repository-facts';
import { settingProblems } from './setting-problems';

/** All that is known of a card when its predictors are gathered. */
export interface PredictorInput {
  /** js-yaml's value of the front matter. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The card's text after the front matter. */
  readonly body: string;
  /** "owner/name", or the name of the card's folder. */
  readonly repositoryName?: string;
  readonly repository?: RepositoryFacts;
  readonly settings?: PredictorSettings;
  readonly hub?: HubFacts;
  /** What the Hub says of the model named in `base_model`, for adapters. */
  readonly hubBaseModel?: HubFacts;
}

export interface GatheredPredictors {
  readonly predictors: Predictors;
  /** Without a size there is no prediction: what is missing and what to do. */
  readonly missing: readonly MissingPredictor[];
  /** What the reader should know about the gathering as a whole, a sentence each. */
  readonly notes: readonly string[];
}

/** Gathers the predictors of a card, each from the source that is trusted most (DESIGN.md section 4). */
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
  return [...settingProblems(input), ...notes, ...weights.flatMap(({ problem }) => problem ?? [])];
}
