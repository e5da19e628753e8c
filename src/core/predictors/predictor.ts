/**
 * The predictors of the paper's model (section 3.2), by the names that settings, model files and JSON output use, in
 * the order in which they are shown.
 */
export const predictorNames = [
  'parameters',
  'commits',
  'repoAgeDays',
  'likes',
  'domain',
  'organization',
] as const;
export type PredictorName = (typeof predictorNames)[number];

/** Whether a name is that of a predictor; a refitted model may have others. */
export function isPredictorName(name: string): name is PredictorName {
  return predictorNames.some((known) => known === name);
}

/**
 * How far a value is to be trusted: `measured` was counted from files, git or the Hub; `declared` was said by
 * the author (a setting, the metadata, the text); `assumed` is an estimate or a default.
 */
export type PredictorKind = 'measured' | 'declared' | 'assumed';

/** Where a value came from, for programs; `origin` says the same to people. */
type PredictorSource =
  | 'setting'
  | 'safetensors'
  | 'safetensors-index'
  | 'gguf'
  | 'file-size'
  | 'lfs-pointer'
  | 'config'
  | 'architecture'
  | 'card-text'
  | 'model-name'
  | 'base-model-name'
  | 'known-model'
  | 'hub'
  | 'hub-base-model'
  | 'git'
  | 'pipeline-tag'
  | 'tag'
  | 'default';

/** One predictor of a card. Plain data, so that it can cross to a web page or a worker. */
export interface Predictor<T> {
  readonly value: T;
  /** Plain words that complete "from …": "the headers of model.safetensors". */
  readonly origin: string;
  readonly kind: PredictorKind;
  readonly source: PredictorSource;
  /** What to keep in mind about this value, as a sentence. */
  readonly note?: string;
}

/** The kinds of organisation that the paper tells apart; `other` is its baseline. */
export const organizations = ['community', 'company', 'non-profit', 'university', 'other'] as const;
export type Organization = (typeof organizations)[number];

/** What is known of a card. Only the size can be missing: nothing sensible can be assumed for it. */
export interface Predictors {
  readonly parameters?: Predictor<number>;
  readonly likes: Predictor<number>;
  readonly commits: Predictor<number>;
  /** Whole days from the first commit to the last. */
  readonly repoAgeDays: Predictor<number>;
  /** A task domain of the paper's Table 1, or "Other". */
  readonly domain: Predictor<string>;
  readonly organization: Predictor<Organization>;
}

/** The value of a predictor by its name in a model file; undefined where it is unknown. */
export function predictorValue(name: string, predictors: Predictors): number | string | undefined {
  return isPredictorName(name) ? predictors[name]?.value : undefined;
}

/** What the user has set; a setting wins over everything that was found. */
export interface PredictorSettings {
  /** A number, or a size as people write it: "7B". */
  readonly parameters?: number | string;
  readonly likes?: number;
  readonly commits?: number;
  readonly repoAgeDays?: number;
  /** A task ("text-generation") or a domain of Table 1. */
  readonly task?: string;
  readonly organization?: string;
}

/** A predictor without which there is no prediction, or only a poor one. */
export interface MissingPredictor {
  readonly name: PredictorName;
  /** What is missing and what to do about it, in a sentence or two. */
  readonly message: string;
}
