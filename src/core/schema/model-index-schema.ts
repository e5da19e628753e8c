import * as l10n from '@vscode/l10n';
import { choice, documented } from './documented';
import { TASKS } from './hub-lists';
import type { JsonSchema } from './json-schema';

const PAGE = 'model-cards#evaluation-results';

const text = (description: string): JsonSchema => documented(description, PAGE, { type: 'string' });

const anything = (description: string): JsonSchema =>
  documented(description, PAGE, { type: ['string', 'number', 'boolean', 'object', 'array', 'null'] });

const taskNames = Object.fromEntries(Object.entries(TASKS).map(([id, { name }]) => [id, name]));

const task = (): JsonSchema =>
  documented(l10n.t('What the model was evaluated at.'), PAGE, {
    type: 'object',
    required: ['type'],
    properties: {
      type: documented(l10n.t('Id of the task, such as `automatic-speech-recognition`.'), PAGE, {
        anyOf: [choice(taskNames), { type: 'string' }],
      }),
      name: text(l10n.t('Name of the task in words.')),
    },
  });

const dataset = (): JsonSchema =>
  documented(l10n.t('What the model was evaluated on.'), PAGE, {
    type: 'object',
    required: ['type', 'name'],
    properties: {
      type: text(l10n.t('Id of the dataset on the Hub, such as `mozilla-foundation/common_voice_11_0`.')),
      name: text(l10n.t('Name of the dataset in words, such as "Common Voice (French)".')),
      config: text(l10n.t('Configuration (subset) of the dataset, such as `fr`.')),
      split: text(l10n.t('Split of the dataset, such as `test`.')),
      revision: text(l10n.t('Commit of the dataset.')),
      args: anything(l10n.t('Further arguments of `load_dataset()`.')),
    },
  });

const metric = (): JsonSchema => ({
  type: 'object',
  required: ['type', 'value'],
  properties: {
    type: text(l10n.t('Id of the metric, such as `wer`.')),
    value: anything(l10n.t('The result, such as `20.9`.')),
    name: text(l10n.t('Name of the metric in words, such as "Test WER".')),
    config: text(l10n.t('Configuration of the metric.')),
    args: anything(l10n.t('Arguments of the metric, such as `max_order: 4`.')),
    verified: documented(l10n.t('Whether the Hub made this evaluation.'), PAGE, { type: 'boolean' }),
    verifyToken: text(l10n.t('Proof that the Hub made this evaluation.')),
  },
});

const source = (): JsonSchema =>
  documented(l10n.t('Where the results come from.'), PAGE, {
    type: 'object',
    required: ['url'],
    properties: { name: text(l10n.t('Name of the source.')), url: text(l10n.t('Address of the source.')) },
  });

/** `model-index`: results of evaluations in a form that leaderboards read. */
export const modelIndexSchema = (): JsonSchema =>
  documented(
    l10n.t(
      'Results of evaluations. The Hub shows them on the model page and checks their form on every push.',
    ),
    PAGE,
    {
      type: 'array',
      defaultSnippets: [
        {
          label: l10n.t('one result of one evaluation'),
          markdownDescription: l10n.t('All that the Hub requires of an evaluation result.'),
          type: 'object',
          body: [
            {
              name: '$1',
              results: [
                {
                  task: { type: '$2' },
                  dataset: { type: '$3', name: '$4' },
                  metrics: [{ type: '$5', value: '$6' }],
                },
              ],
            },
          ],
        },
      ],
      items: {
        type: 'object',
        required: ['name', 'results'],
        properties: {
          name: text(l10n.t('Name of the model.')),
          results: documented(l10n.t('One entry for each task and dataset.'), PAGE, {
            type: 'array',
            items: {
              type: 'object',
              required: ['task', 'dataset', 'metrics'],
              properties: {
                task: task(),
                dataset: dataset(),
                metrics: documented(l10n.t('The results themselves.'), PAGE, {
                  type: 'array',
                  items: metric(),
                }),
                source: source(),
              },
            },
          }),
        },
      },
    },
  );
