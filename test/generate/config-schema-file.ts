import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from './generated-file';

type Schema = Readonly<Record<string, unknown>>;

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Schema>> }[];
  };
}

const root = join(import.meta.dirname, '../..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

/** The schema of the configuration file, for completion and hover in the editor: its keys are settings, and described as such. */
function configSchema(): Schema {
  const { contributes } = JSON.parse(withTexts(textOf('package.json'))) as Manifest;
  const settings = Object.assign(
    {},
    ...contributes.configuration.map(({ properties }) => properties),
  ) as Readonly<Record<string, Schema>>;
  const setting = (name: string) => withoutDefault(settings[`modelCardCo2.${name}`] ?? {});
  const group = (prefix: string) => ({
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.keys(settings)
        .filter((name) => name.startsWith(`modelCardCo2.${prefix}.`))
        .map((name) => name.replace('modelCardCo2.', ''))
        .map((name) => [name.replace(`${prefix}.`, ''), setting(name)]),
    ),
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Model Card CO₂',
    description: 'Read by the editor and by the command line. Paths are relative to the folder of this file.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: { markdownDescription: 'The severity of each rule.', ...group('rules') },
      ruleCustomizations: setting('ruleCustomizations'),
      cardFolders: setting('cardFolders'),
      exclude: {
        markdownDescription: 'Files and folders that are left out, in the syntax of `.gitignore`.',
        type: 'array',
        items: { type: 'string', minLength: 1 },
      },
      predictors: { markdownDescription: 'What cannot be found about all models.', ...group('predictors') },
      cardPredictors: setting('cardPredictors'),
    },
  };
}

/** The schema that the extension brings along. */
export const configSchemaFile: GeneratedFile = { path: 'media/config.schema.json', content: configSchema };

/** The manifest with the English texts in place of their names. */
function withTexts(manifest: string): string {
  const texts = JSON.parse(textOf('package.nls.json')) as Readonly<Record<string, string>>;
  return manifest.replaceAll(/"%([^%"]+)%"/g, (_, name: string) => JSON.stringify(texts[name]));
}

/** Without what says nothing about a file: what holds where it has no such key, and how settings are shown. */
function withoutDefault(schema: Schema): Schema {
  const { type, enum: values, minimum, markdownDescription, items, additionalProperties } = schema;
  const kept = { type, enum: values, minimum, markdownDescription, items, additionalProperties };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}
