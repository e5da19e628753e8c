import { BASE_MODEL_RELATIONS, LIBRARIES, RETIRED_TASKS, TASKS } from '../../../schema/hub-lists';
import { misspeltValue, nearestValue } from '../nearest-value';
import type { FieldCheck } from '../problem-report';
import { requireString, shown } from '../shapes';

const taskNames = Object.fromEntries(Object.entries(TASKS).map(([id, { name }]) => [id, name]));

/**
 * A task of the Hub's list; of any other it warns, and shows the model under no task.
 * Source: https://huggingface.co/docs/hub/model-cards#specifying-a-task--pipelinetag-.
 */
export const pipelineTag: FieldCheck = (value, path, report) => {
  if (!requireString(value, path, report)) return;
  if (Object.hasOwn(TASKS, value) || RETIRED_TASKS.has(value)) return;
  const meant = nearestValue(value, taskNames);
  const advice = meant
    ? `did you mean \`${meant}\`?`
    : 'without one of its list the model is found under no task.';
  report.add(path, `${shown(value)} is not a task the Hub knows; ${advice}`, meant);
};

/**
 * Any library may be named. Only the misspelt name of one that the Hub knows is reported: the model would go
 * without code snippets.
 */
export const libraryName: FieldCheck = (value, path, report) => {
  if (!requireString(value, path, report) || Object.hasOwn(LIBRARIES, value)) return;
  const meant = misspeltValue(value, Object.keys(LIBRARIES));
  if (meant === undefined) return;
  report.add(path, `The Hub knows no library ${shown(value)}; did you mean \`${meant}\`?`, meant);
};

/**
 * One of the four relations of a model to its base.
 * Source: https://huggingface.co/docs/hub/model-cards#specifying-a-base-model.
 */
export const baseModelRelation: FieldCheck = (value, path, report) => {
  if (!requireString(value, path, report) || Object.hasOwn(BASE_MODEL_RELATIONS, value)) return;
  const meant = nearestValue(value, BASE_MODEL_RELATIONS);
  const known = Object.keys(BASE_MODEL_RELATIONS).map((relation) => `\`${relation}\``);
  const advice = meant ? `did you mean \`${meant}\`?` : `it can be ${known.join(', ')}.`;
  report.add(path, `${shown(value)} is not a relation to a base model that the Hub knows; ${advice}`, meant);
};
