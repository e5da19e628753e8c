import {
  type CompletionItem,
  type Diagnostic,
  type Hover,
  MarkupContent,
  type Position,
} from 'vscode-languageserver-types';
import { yamlDocumentsCache } from 'yaml-language-server/out/src/languageservice/parser/yaml-documents.js';
import { YamlCompletion } from 'yaml-language-server/out/src/languageservice/services/yamlCompletion.js';
import { YAMLHover } from 'yaml-language-server/out/src/languageservice/services/yamlHover.js';
import { YAMLValidation } from 'yaml-language-server/out/src/languageservice/services/yamlValidation.js';
import { CardSchemaService } from './card-schema-service';
import { canComplete } from './completion-place';
import { usableItems } from './completion-items';
import { type FrontMatterDocument, MaskedDocuments } from './front-matter-document';
import { readableHover } from './hover-text';

export { type FrontMatterDocument, isTooLarge, MAX_FRONT_MATTER_LENGTH } from './front-matter-document';

/** Completion, hover and validation of a card's front matter. Nothing is fetched, nothing is reported home. */
export interface LanguageService {
  /** What could stand at the position; nothing outside the front matter, in a comment, or beyond the size limit. */
  complete(document: FrontMatterDocument, position: Position): Promise<CompletionItem[]>;
  /** What the key or value at the position means; nothing outside the front matter or beyond the size limit. */
  hover(document: FrontMatterDocument, position: Position): Promise<Hover | undefined>;
  /** The schema's complaints in the words of the YAML language server. The rules have better ones. */
  validate(document: FrontMatterDocument): Promise<Diagnostic[]>;
  /** Drops what is kept for a document that has been closed. */
  forget(uri: string): void;
}

/** A language service with the Hub's model card schema. */
export function createLanguageService(): LanguageService {
  const documents = new MaskedDocuments();
  const { completion, hover, validation } = yamlServices();

  return {
    async complete(document, position) {
      const masked = documents.at(document, position);
      if (!masked || !canComplete(masked, position)) return [];
      const { items } = await completion.doComplete(masked, position);
      return usableItems(items, masked, position);
    },

    async hover(document, position) {
      const masked = documents.at(document, position);
      if (!masked) return undefined;
      const found = await hover.doHover(masked, position);
      if (!found?.range || !MarkupContent.is(found.contents)) return undefined;
      const value = readableHover(found.contents.value, masked.getText(found.range));
      return value === '' ? undefined : { ...found, contents: { ...found.contents, value } };
    },

    async validate(document) {
      const masked = documents.of(document);
      return masked ? await validation.doValidation(masked) : [];
    },

    forget(uri) {
      documents.forget(uri);
      // The language server keeps a parse for each document it has ever seen; the open ones are parsed anew.
      yamlDocumentsCache.clear();
    },
  };
}

function yamlServices() {
  const schemas = new CardSchemaService();
  const completionItem = { documentationFormat: ['markdown' as const] };
  const completion = new YamlCompletion(
    schemas,
    { textDocument: { completion: { completionItem } } },
    yamlDocumentsCache,
  );
  const hover = new YAMLHover(schemas);
  const validation = new YAMLValidation(schemas);
  // Guessing the indentation would count the blanks that stand for the fence.
  completion.configure({ completion: true, indentation: '  ' });
  hover.configure({ hover: true, hoverSchemaSource: false });
  validation.configure({ validate: true });
  return { completion, hover, validation };
}
