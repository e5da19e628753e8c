import * as l10n from '@vscode/l10n';
import { documented } from './documented';
import type { JsonSchema } from './json-schema';

const PAGE = 'models-gated';

const text = (description: string): JsonSchema => documented(description, PAGE, { type: 'string' });

/** What a gated repository asks of those who request access. */
export const gatingSchemas = (): Readonly<Record<string, JsonSchema>> => ({
  extra_gated_heading: text(l10n.t('Heading of the form that asks for access.')),
  extra_gated_prompt: text(l10n.t('Text above the form that asks for access, in Markdown.')),
  extra_gated_description: text(l10n.t('Description above the form that asks for access.')),
  extra_gated_button_content: text(l10n.t('Label of the button that sends the form.')),
  extra_gated_eu_disallowed: documented(l10n.t('Whether users from the European Union are refused.'), PAGE, {
    type: 'boolean',
  }),
  extra_gated_fields: documented(
    l10n.t(
      'Fields of the form: label to `text`, `checkbox`, `date_picker`, `country`, or a mapping with `type: select` and `options`.',
    ),
    PAGE,
    { type: 'object', additionalProperties: { type: ['string', 'object'] } },
  ),
});
