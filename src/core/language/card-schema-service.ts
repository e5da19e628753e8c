import {
  type ResolvedSchema,
  UnresolvedSchema,
  YAMLSchemaService,
} from 'yaml-language-server/out/src/languageservice/services/yamlSchemaService.js';
import { modelCardSchema } from '../schema/model-card-schema';

const SCHEMA_URI = 'model-card:/metadata.json';

/**
 * Knows the model card's schema and no other. A `$schema` key or a modeline in a card changes nothing, and
 * nothing is ever fetched.
 */
export class CardSchemaService extends YAMLSchemaService {
  private readonly resolved: Promise<ResolvedSchema>;

  constructor() {
    super(() => Promise.reject(new Error('Schemas are not fetched.')));
    // The language server writes into the schema, so it gets a copy of its own.
    const schema = JSON.parse(JSON.stringify(modelCardSchema)) as UnresolvedSchema['schema'];
    this.resolved = this.resolveSchemaContent(new UnresolvedSchema(schema), SCHEMA_URI, {});
  }

  override getSchemaForResource(): Promise<ResolvedSchema> {
    return this.resolved;
  }
}
