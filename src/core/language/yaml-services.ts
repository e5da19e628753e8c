import { yamlDocumentsCache } from 'yaml-language-server/out/src/languageservice/parser/yaml-documents.js';
import { YamlCompletion } from 'yaml-language-server/out/src/languageservice/services/yamlCompletion.js';
import { YAMLHover } from 'yaml-language-server/out/src/languageservice/services/yamlHover.js';
import type {
  ResolvedSchema,
  YAMLSchemaService,
} from 'yaml-language-server/out/src/languageservice/services/yamlSchemaService.js';
import { YAMLValidation } from 'yaml-language-server/out/src/languageservice/services/yamlValidation.js';
import { modelCardSchema } from '../schema/model-card-schema';

/** The parts of the YAML language server that a card needs, all with the model card's schema. */
export interface YamlServices {
  readonly completion: YamlCompletion;
  readonly hover: YAMLHover;
  readonly validation: YAMLValidation;
}

export function createYamlServices(): YamlServices {
  const schemas = modelCardSchemas();
  const completionItem = { documentationFormat: ['markdown' as const] };
  const capabilities = { textDocument: { completion: { completionItem } } };
  const completion = new YamlCompletion(schemas, capabilities, yamlDocumentsCache);
  const hover = new YAMLHover(schemas);
  const validation = new YAMLValidation(schemas);
  // Guessing the indentation would count the blanks that stand for the fence.
  completion.configure({ completion: true, indentation: '  ' });
  hover.configure({ hover: true, hoverSchemaSource: false });
  validation.configure({ validate: true });
  return { completion, hover, validation };
}

/**
 * Drops the parse of every document: the language server keeps one for each it has ever seen. Those that are
 * still open are parsed anew when they are asked about.
 */
export function dropParses(): void {
  yamlDocumentsCache.clear();
}

/**
 * Knows the model card's schema and no other. The language server's own service of schemas would follow a
 * `$schema` in a card, fetch it, and bring several validators of schemas along; the parts above ask it only for
 * the schema of a document.
 */
function modelCardSchemas(): YAMLSchemaService {
  // The language server writes into the schema, so it gets a copy of its own.
  const schema = JSON.parse(JSON.stringify(modelCardSchema())) as ResolvedSchema['schema'];
  const resolved = { schema, errors: [], warnings: [] };
  const service = { getSchemaForResource: () => Promise.resolve(resolved) };
  return service as unknown as YAMLSchemaService;
}
