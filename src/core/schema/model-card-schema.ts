import * as l10n from '@vscode/l10n';
import { choice, documented, oneOrMany } from './documented';
import { emissionsSchema } from './emissions-schema';
import { gatingSchemas } from './gating-schema';
import { type BASE_MODEL_RELATIONS, LIBRARIES, LICENSES, TASKS } from './hub-lists';
import type { JsonSchema } from './json-schema';
import { LANGUAGE_NAMES } from './languages';
import { modelIndexSchema } from './model-index-schema';

const CARDS = 'model-cards';

const taskDescriptions = Object.fromEntries(
  Object.entries(TASKS).map(([id, { name, modality }]) => [id, `${name} (${modality})`]),
);

const specialLanguages = (): Record<string, string> => ({
  code: l10n.t('source code'),
  multilingual: l10n.t('many languages'),
});

const baseModelRelations = (): Record<(typeof BASE_MODEL_RELATIONS)[number], string> => ({
  finetune: l10n.t('fine-tuned further on other data'),
  adapter: l10n.t('an adapter, such as a LoRA, to be used with the base model'),
  quantized: l10n.t('the same weights at a lower precision'),
  merge: l10n.t('merged from the models of the list'),
});

const ids = (description: string, page: string): JsonSchema =>
  documented(description, page, { type: ['array', 'string', 'null'], items: { type: 'string' } });

const properties = (): Readonly<Record<string, JsonSchema>> => ({
  language: documented(
    l10n.t(
      'Language of the model, or a list: codes of ISO 639-1, 639-2 or 639-3, `code`, or `multilingual`.',
    ),
    `${CARDS}#model-card-metadata`,
    oneOrMany({
      anyOf: [
        { ...choice({ ...LANGUAGE_NAMES, ...specialLanguages() }) },
        { type: 'string', pattern: '^[a-z]{3}$' },
      ],
    }),
  ),
  license: documented(
    l10n.t(
      'Licence of the model, as an identifier of the Hub. For any other, `other` with `license_name` and `license_link`.',
    ),
    'repositories-licenses',
    oneOrMany(choice(LICENSES)),
  ),
  license_name: documented(
    l10n.t('With `license: other`: an identifier for your licence, such as `my-license-1.0`.'),
    'repositories-licenses',
    {
      type: ['string', 'null'],
    },
  ),
  license_link: documented(
    l10n.t('With `license: other`: `LICENSE` or `LICENSE.md` for the file in the repository, or an address.'),
    'repositories-licenses',
    { type: ['string', 'null'], examples: ['LICENSE', 'LICENSE.md'] },
  ),
  library_name: documented(
    l10n.t('Library that loads the model. The Hub shows its code snippets.'),
    `${CARDS}#specifying-a-library`,
    {
      anyOf: [choice(LIBRARIES), { type: ['string', 'null'] }],
    },
  ),
  pipeline_tag: documented(
    l10n.t('Task of the model: how it is found, and which widget it gets.'),
    `${CARDS}#specifying-a-task--pipeline_tag-`,
    {
      anyOf: [choice(taskDescriptions), { type: ['string', 'null'] }],
    },
  ),
  tags: ids(l10n.t('Words to find the model by, free to choose.'), `${CARDS}#model-card-metadata`),
  datasets: ids(
    l10n.t('Ids of the datasets that the model was trained on, such as `namespace/name`.'),
    `${CARDS}#specifying-a-dataset`,
  ),
  buckets: ids(
    l10n.t('Ids of storage buckets that belong to the model, such as `my-org/my-bucket`.'),
    'storage-buckets',
  ),
  metrics: ids(
    l10n.t('Ids of the metrics the model was evaluated with, such as `wer`.'),
    `${CARDS}#model-card-metadata`,
  ),
  base_model: ids(
    l10n.t('Id of the model that this one derives from, or a list for a merge.'),
    `${CARDS}#specifying-a-base-model`,
  ),
  base_model_relation: documented(
    l10n.t('How the model was made from its base. The Hub tells by itself in most cases.'),
    `${CARDS}#specifying-a-base-model`,
    choice(baseModelRelations()),
  ),
  new_version: documented(
    l10n.t('Id of the model that replaces this one. The Hub shows a banner.'),
    `${CARDS}#specifying-a-new-version`,
    { type: ['string', 'null'] },
  ),
  thumbnail: documented(l10n.t('Address of a picture for social media.'), `${CARDS}#model-card-metadata`, {
    type: ['string', 'null'],
  }),
  widget: documented(l10n.t('Example inputs of the widget on the model page.'), 'models-widgets', {
    type: ['array', 'object', 'null'],
    items: {
      type: 'object',
      properties: {
        text: documented(l10n.t('Text to start from.'), 'models-widgets', {
          type: ['string', 'array', 'object'],
        }),
        example_title: documented(l10n.t('Title of the example.'), 'models-widgets', { type: 'string' }),
      },
    },
  }),
  inference: documented(
    l10n.t('Parameters of the widget, or `false` to switch it off.'),
    'models-widgets#how-can-i-control-my-models-widget-inference-api-parameters',
    { type: ['boolean', 'object', 'string', 'null'] },
  ),
  co2_eq_emissions: emissionsSchema(),
  'model-index': modelIndexSchema(),
  ...gatingSchemas(),
});

/**
 * The metadata of a model card as a JSON schema: what completion and hover know.
 * Source: https://github.com/huggingface/hub-docs/blob/main/modelcard.md. Any further key is allowed.
 */
export function modelCardSchema(): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', properties: properties() };
}
