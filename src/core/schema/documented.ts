import * as l10n from '@vscode/l10n';
import type { JsonSchema } from './json-schema';

const HUB_DOCS = 'https://huggingface.co/docs/hub';

/**
 * The schema with a description that ends in a link to the Hub's documentation. Alternatives and list items
 * without a description of their own get it too: an editor shows the innermost schema that a value matches.
 */
export function documented(description: string, page: string, schema: JsonSchema): JsonSchema {
  return describe(`${description}\n\n[${l10n.t('Hub documentation')}](${HUB_DOCS}/${page})`, schema);
}

function describe(markdownDescription: string, schema: JsonSchema): JsonSchema {
  const { anyOf, items, ...rest } = schema;
  return {
    markdownDescription,
    ...rest,
    ...(anyOf && { anyOf: anyOf.map((one) => describe(markdownDescription, one)) }),
    ...(items && { items: describe(markdownDescription, items) }),
  };
}

/** A choice from a list: valid value to its name in words. */
export function choice(names: Readonly<Record<string, string>>): JsonSchema {
  return { type: 'string', enum: Object.keys(names), markdownEnumDescriptions: Object.values(names) };
}

/** One value, or a list of them. */
export function oneOrMany(one: JsonSchema): JsonSchema {
  return { anyOf: [one, { type: 'array', items: one }] };
}
