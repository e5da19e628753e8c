import type { HubFacts } from './hub-facts';
import type { PredictorSettings } from './predictor';
import type { RepositoryFacts } from './repository-facts';

/** All that is known of a card when its predictors are gathered. */
export interface PredictorInput {
  /** js-yaml's value of the front matter. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The card's text after the front matter. */
  readonly body: string;
  /** "owner/name", or the name of the card's folder. */
  readonly repositoryName?: string;
  readonly repository?: RepositoryFacts;
  /** Why nothing beside the card was read, as a sentence; absent where it was. */
  readonly unread?: string;
  readonly settings?: PredictorSettings;
  readonly hub?: HubFacts;
  /** What the Hub says of the model named in `base_model`, for adapters. */
  readonly hubBaseModel?: HubFacts;
}
