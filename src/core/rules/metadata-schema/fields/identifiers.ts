import * as l10n from '@vscode/l10n';
import type { FieldCheck } from '../problem-report';
import { oneOrMany, optional, requireString, shown, text } from '../shapes';

/** What an id on the Hub looks like: `name` or `namespace/name`. The Hub applies the same pattern. */
export const REPOSITORY_ID = /^(?:[\w.-]+\/)?[\w.-]+$/;

const HUB_ADDRESS =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?:datasets\/|models\/|buckets\/)?([\w.-]+\/[\w.-]+)\/?$/;

/** What is said of a value that is no id of a model, dataset or bucket. */
interface Refusals {
  /** It is an address that holds the id. */
  readonly address: (value: string, id: string) => string;
  readonly other: (value: string) => string;
}

const repositoryId =
  ({ address, other }: Refusals): FieldCheck =>
  (value, path, report) => {
    if (!requireString(value, path, report) || REPOSITORY_ID.test(value)) return;
    const id = HUB_ADDRESS.exec(value)?.[1];
    report.add(path, id === undefined ? other(shown(value)) : address(shown(value), id), id);
  };

const modelId = repositoryId({
  address: (value, id) =>
    l10n.t('{0} is not the id of a model, and the Hub refuses it; write the id, `{1}`.', value, id),
  other: (value) =>
    l10n.t(
      '{0} is not the id of a model, and the Hub refuses it; use an id from https://hf.co/models such as `namespace/name`, or say it in the text.',
      value,
    ),
});

const datasetId = repositoryId({
  address: (value, id) =>
    l10n.t('{0} is not the id of a dataset, and the Hub refuses it; write the id, `{1}`.', value, id),
  other: (value) =>
    l10n.t(
      '{0} is not the id of a dataset, and the Hub refuses it; use an id from https://hf.co/datasets such as `namespace/name`, or say it in the text.',
      value,
    ),
});

const bucketId = repositoryId({
  address: (value, id) =>
    l10n.t('{0} is not the id of a bucket, and the Hub refuses it; write the id, `{1}`.', value, id),
  other: (value) =>
    l10n.t(
      '{0} is not the id of a bucket, and the Hub refuses it; use an id from https://hf.co/docs/hub/storage-buckets such as `namespace/name`, or say it in the text.',
      value,
    ),
});

/** Models that this one derives from; may be empty. */
export const baseModel = optional(oneOrMany(modelId));

/** The model that replaces this one; may be empty. */
export const newVersion = optional(modelId);

/** Datasets the model was trained on. */
export const datasets = optional(oneOrMany(datasetId));

/** Storage buckets of the model. */
export const buckets = optional(oneOrMany(bucketId));

/**
 * Ids of metrics, or names: the Hub takes any text. Results in the list (`- accuracy: 0.95`) are one mistake,
 * however many they are.
 */
export const metrics = optional((value, path, report) => {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  const result = entries.findIndex((entry) => typeof entry === 'object' && entry !== null);
  if (result < 0) {
    oneOrMany(text)(value, path, report);
    return;
  }
  report.add(
    Array.isArray(value) ? [...path, result] : path,
    l10n.t(
      'Metrics are named here by their ids alone, such as `accuracy`. Their values have a place in `model-index`.',
    ),
  );
});
