import { choice, documented } from './documented';
import { TASKS } from './hub-lists';
import type { JsonSchema } from './json-schema';

const PAGE = 'model-cards#evaluation-results';

const text = (description: string): JsonSchema => documented(description, PAGE, { type: 'string' });

const anything = (description: string): JsonSchema =>
  documented(description, PAGE, { type: ['string', 'number', 'boolean', 'object', 'array', 'null'] });

const taskNames = Object.fromEntries(Object.entries(TASKS).map(([id, { name }]) => [id, name]));

const task: JsonSchema = documented('What the model was evaluated at.', PAGE, {
  type: 'object',
  required: ['type'],
  properties: {
    type: documented('Id of the task, such as `automatic-speech-recognition`.', PAGE, {
      anyOf: [choice(taskNames), { type: 'string' }],
    }),
    name: text('Name of the task in words.'),
  },
});

const dataset: JsonSchema = documented('What the model was evaluated on.', PAGE, {
  type: 'object',
  required: ['type', 'name'],
  properties: {
    type: text('Id of the dataset on the Hub, such as `mozilla-foundation/common_voice_11_0`.'),
    name: text('Name of the dataset in words, such as "Common Voice (French)".'),
    config: text('Configuration (subset) of the dataset, such as `fr`.'),
    split: text('Split of the dataset, such as `test`.'),
    revision: text('Commit of the dataset.'),
    args: anything('Further arguments of `load_dataset()`.'),
  },
});

const metric: JsonSchema = {
  type: 'object',
  required: ['type', 'value'],
  properties: {
    type: text('Id of the metric, such as `wer`.'),
    value: anything('The result, such as `20.9`.'),
    name: text('Name of the metric in words, such as "Test WER".'),
    config: text('Configuration of the metric.'),
    args: anything('Arguments of the metric, such as `max_order: 4`.'),
    verified: documented('Whether the Hub made this evaluation.', PAGE, { type: 'boolean' }),
    verifyToken: text('Proof that the Hub made this evaluation.'),
  },
};

const source: JsonSchema = documented('Where the results come from.', PAGE, {
  type: 'object',
  required: ['url'],
  properties: { name: text('Name of the source.'), url: text('Address of the source.') },
});

/** `model-index`: results of evaluations in a form that leaderboards read. */
export const modelIndexSchema: JsonSchema = documented(
  'Results of evaluations. The Hub shows them on the model page and checks their form on every push.',
  PAGE,
  {
    type: 'array',
    defaultSnippets: [
      {
        label: 'one result of one evaluation',
        markdownDescription: 'All that the Hub requires of an evaluation result.',
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
        name: text('Name of the model.'),
        results: documented('One entry for each task and dataset.', PAGE, {
          type: 'array',
          items: {
            type: 'object',
            required: ['task', 'dataset', 'metrics'],
            properties: {
              task,
              dataset,
              metrics: documented('The results themselves.', PAGE, { type: 'array', items: metric }),
              source,
            },
          },
        }),
      },
    },
  },
);
