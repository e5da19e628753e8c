import type { FieldCheck } from '../problem-report';
import { oneOrMany, optional, requireString, shown } from '../shapes';

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

const metric: FieldCheck = (value, path, report) => {
  if (typeof value === 'object' && value !== null) {
    report.add(
      path,
      'A metric is named here by its id alone, such as `accuracy`. Its results have their place in `model-index`.',
    );
    return;
  }
  requireString(value, path, report);
};

/** Ids of metrics, or names: the Hub takes any text. */
export const metrics = optional(oneOrMany(metric));
