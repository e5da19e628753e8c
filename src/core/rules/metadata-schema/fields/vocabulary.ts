import * as l10n from '@vscode/l10n';
import { BASE_MODEL_RELATIONS, LIBRARIES, RETIRED_TASKS, TASKS } from '../../../schema/hub-lists';
import { misspeltValue, nearestValue } from '../nearest-value';
import type { FieldCheck } from '../problem-report';
import { requireString, shown } from '../shapes';

const relations = Object.fromEntries(BASE_MODEL_RELATIONS.map((relation) => [relation, relation]));
const taskNames = Object.fromEntries(Object.entries(TASKS).map(([id, { name }]) => [id, name]));

/**
 * A task of the Hub's list; of any other it warns, and shows the model under no task.
 * Source: https://huggingface.co/docs/hub/model-cards#specifying-a-task--pipelinetag-.
 */
export const pipelineTag: FieldCheck = (value, path, report) => {
  if (!requireString(value, path, report)) return;
  if (Object.hasOwn(TASKS, value) || RETIRED_TASKS.has(value)) return;
  const meant = nearestValue(value, taskNames);
  const message =
    meant === undefined
      ? l10n.t(
          '{0} is not a task the Hub knows; without one of its list the model is found under no task.',
          shown(value),
        )
      : l10n.t('{0} is not a task the Hub knows; did you mean `{1}`?', shown(value), meant);
  report.add(path, message, meant);
};

/**
 * Any library may be named. Only the misspelt name of one that the Hub knows is reported: the model would go
 * without code snippets.
 */
export const libraryName: FieldCheck = (value, path, report) => {
  if (!requireString(value, path, report) || Object.hasOwn(LIBRARIES, value)) return;
  const meant = misspeltValue(value, Object.keys(LIBRARIES));
  if (meant === undefined) return;
  report.add(path, l10n.t('The Hub knows no library {0}; did you mean `{1}`?', shown(value), meant), meant);
};

/**
 * One of the four relations of a model to its base.
 * Source: https://huggingface.co/docs/hub/model-cards#specifying-a-base-model.
 */
export const baseModelRelation: FieldCheck = (value, path, report) => {
  if (!requireString(value, path, report) || Object.hasOwn(relations, value)) return;
  const meant = nearestValue(value, relations);
  const message =
    meant === undefined
      ? l10n.t(
          '{0} is not a relation to a base model that the Hub knows; it can be {1}.',
          shown(value),
          BASE_MODEL_RELATIONS.map((relation) => `\`${relation}\``).join(', '),
        )
      : l10n.t(
          '{0} is not a relation to a base model that the Hub knows; did you mean `{1}`?',
          shown(value),
          meant,
        );
  report.add(path, message, meant);
};
