import type { FieldCheck } from '../problem-report';
import { oneOrMany, optional, requireString, shown, text } from '../shapes';

/** What an id on the Hub looks like: `name` or `namespace/name`. The Hub applies the same pattern. */
export const REPOSITORY_ID = /^(?:[\w.-]+\/)?[\w.-]+$/;

const HUB_ADDRESS =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?:datasets\/|models\/|buckets\/)?([\w.-]+\/[\w.-]+)\/?$/;

/** The id of a model, dataset or bucket. */
const repositoryId =
  (kind: 'model' | 'dataset' | 'bucket', page: string): FieldCheck =>
  (value, path, report) => {
    if (!requireString(value, path, report) || REPOSITORY_ID.test(value)) return;
    const id = HUB_ADDRESS.exec(value)?.[1];
    const advice = id
      ? `write the id, \`${id}\`.`
      : `use an id from ${page} such as \`namespace/name\`, or say it in the text.`;
    report.add(path, `${shown(value)} is not the id of a ${kind}, and the Hub refuses it; ${advice}`, id);
  };

/** Models that this one derives from; may be empty. */
export const baseModel = optional(oneOrMany(repositoryId('model', 'https://hf.co/models')));

/** The model that replaces this one; may be empty. */
export const newVersion = optional(repositoryId('model', 'https://hf.co/models'));

/** Datasets the model was trained on. */
export const datasets = optional(oneOrMany(repositoryId('dataset', 'https://hf.co/datasets')));

/** Storage buckets of the model. */
export const buckets = optional(oneOrMany(repositoryId('bucket', 'https://hf.co/docs/hub/storage-buckets')));

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
    'Metrics are named here by their ids alone, such as `accuracy`. Their values have a place in `model-index`.',
  );
});
