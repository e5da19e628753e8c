import { documented } from './documented';
import type { JsonSchema } from './json-schema';

const PAGE = 'models-gated';

const text = (description: string): JsonSchema => documented(description, PAGE, { type: 'string' });

/** What a gated repository asks of those who request access. */
export const gatingSchemas: Readonly<Record<string, JsonSchema>> = {
  extra_gated_heading: text('Heading of the form that asks for access.'),
  extra_gated_prompt: text('Text above the form that asks for access, in Markdown.'),
  extra_gated_description: text('Description above the form that asks for access.'),
  extra_gated_button_content: text('Label of the button that sends the form.'),
  extra_gated_eu_disallowed: documented('Whether users from the European Union are refused.', PAGE, {
    type: 'boolean',
  }),
  extra_gated_fields: documented(
    'Fields of the form: label to `text`, `checkbox`, `date_picker`, `country`, or a mapping with `type: select` and `options`.',
    PAGE,
    { type: 'object', additionalProperties: { type: ['string', 'object'] } },
  ),
};
