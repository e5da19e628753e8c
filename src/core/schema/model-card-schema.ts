import { choice, documented, oneOrMany } from './documented';
import { emissionsSchema } from './emissions-schema';
import { gatingSchemas } from './gating-schema';
import { BASE_MODEL_RELATIONS, LIBRARIES, LICENSES, TASKS } from './hub-lists';
import type { JsonSchema } from './json-schema';
import { LANGUAGE_NAMES, SPECIAL_LANGUAGES } from './languages';
import { modelIndexSchema } from './model-index-schema';

const CARDS = 'model-cards';

const taskDescriptions = Object.fromEntries(
  Object.entries(TASKS).map(([id, { name, modality }]) => [id, `${name} (${modality})`]),
);

const ids = (description: string, page: string): JsonSchema =>
  documented(description, page, { type: ['array', 'string', 'null'], items: { type: 'string' } });

const properties: Readonly<Record<string, JsonSchema>> = {
  language: documented(
    'Language of the model, or a list: codes of ISO 639-1, 639-2 or 639-3, `code`, or `multilingual`.',
    `${CARDS}#model-card-metadata`,
    oneOrMany({
      anyOf: [
        { ...choice({ ...LANGUAGE_NAMES, ...SPECIAL_LANGUAGES }) },
        { type: 'string', pattern: '^[a-z]{3}$' },
      ],
    }),
  ),
  license: documented(
    'Licence of the model, as an identifier of the Hub. For any other, `other` with `license_name` and `license_link`.',
    'repositories-licenses',
    oneOrMany(choice(LICENSES)),
  ),
  license_name: documented(
    'With `license: other`: an identifier for your licence, such as `my-license-1.0`.',
    'repositories-licenses',
    {
      type: ['string', 'null'],
    },
  ),
  license_link: documented(
    'With `license: other`: `LICENSE` or `LICENSE.md` for the file in the repository, or an address.',
    'repositories-licenses',
    { type: ['string', 'null'], examples: ['LICENSE', 'LICENSE.md'] },
  ),
  library_name: documented(
    'Library that loads the model. The Hub shows its code snippets.',
    `${CARDS}#specifying-a-library`,
    {
      anyOf: [choice(LIBRARIES), { type: ['string', 'null'] }],
    },
  ),
  pipeline_tag: documented(
    'Task of the model: how it is found, and which widget it gets.',
    `${CARDS}#specifying-a-task--pipeline_tag-`,
    {
      anyOf: [choice(taskDescriptions), { type: ['string', 'null'] }],
    },
  ),
  tags: ids('Words to find the model by, free to choose.', `${CARDS}#model-card-metadata`),
  datasets: ids(
    'Ids of the datasets that the model was trained on, such as `namespace/name`.',
    `${CARDS}#specifying-a-dataset`,
  ),
  buckets: ids(
    'Ids of storage buckets that belong to the model, such as `my-org/my-bucket`.',
    'storage-buckets',
  ),
  metrics: ids(
    'Ids of the metrics the model was evaluated with, such as `wer`.',
    `${CARDS}#model-card-metadata`,
  ),
  base_model: ids(
    'Id of the model that this one derives from, or a list for a merge.',
    `${CARDS}#specifying-a-base-model`,
  ),
  base_model_relation: documented(
    'How the model was made from its base. The Hub tells by itself in most cases.',
    `${CARDS}#specifying-a-base-model`,
    choice(BASE_MODEL_RELATIONS),
  ),
  new_version: documented(
    'Id of the model that replaces this one. The Hub shows a banner.',
    `${CARDS}#specifying-a-new-version`,
    { type: ['string', 'null'] },
  ),
  thumbnail: documented('Address of a picture for social media.', `${CARDS}#model-card-metadata`, {
    type: ['string', 'null'],
  }),
  widget: documented('Example inputs of the widget on the model page.', 'models-widgets', {
    type: ['array', 'object', 'null'],
    items: {
      type: 'object',
      properties: {
        text: documented('Text to start from.', 'models-widgets', { type: ['string', 'array', 'object'] }),
        example_title: documented('Title of the example.', 'models-widgets', { type: 'string' }),
      },
    },
  }),
  inference: documented(
    'Parameters of the widget, or `false` to switch it off.',
    'models-widgets#how-can-i-control-my-models-widget-inference-api-parameters',
    { type: ['boolean', 'object', 'string', 'null'] },
  ),
  co2_eq_emissions: emissionsSchema,
  'model-index': modelIndexSchema,
  ...gatingSchemas,
};

/**
 * The metadata of a model card as a JSON schema: what completion and hover know.
 * Source: https://github.com/huggingface/hub-docs/blob/main/modelcard.md. Any further key is allowed.
 */
export const modelCardSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties,
};
