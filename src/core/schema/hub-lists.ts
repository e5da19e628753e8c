import libraries from './data/libraries.json';
import licenses from './data/licenses.json';
import tasks from './data/tasks.json';

/** A task as the Hub lists it. */
export interface Task {
  readonly name: string;
  readonly modality: string;
}

/** Licence identifier to name: https://huggingface.co/docs/hub/repositories-licenses. */
export const LICENSES: Readonly<Record<string, string>> = licenses;

/** Library identifier to label: the libraries that the Hub has snippets for. Others are accepted too. */
export const LIBRARIES: Readonly<Record<string, string>> = libraries;

/** Tasks that `pipeline_tag` may name: https://huggingface.co/tasks. */
export const TASKS: Readonly<Record<string, Task>> = tasks;

/** Tasks that the Hub listed once; cards that name them are many and in good order. */
export const RETIRED_TASKS: ReadonlySet<string> = new Set(['conversational', 'text2text-generation']);

/** How a model was made from its base: https://huggingface.co/docs/hub/model-cards#specifying-a-base-model. */
export const BASE_MODEL_RELATIONS = ['finetune', 'adapter', 'quantized', 'merge'] as const;
