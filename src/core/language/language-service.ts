import {
  type CompletionItem,
  type Diagnostic,
  type Hover,
  MarkupContent,
  type Position,
} from 'vscode-languageserver-types';
import { canComplete } from './completion-place';
import { usableItems } from './completion-items';
import { type FrontMatterDocument, MaskedDocuments } from './front-matter-document';
import { readableHover } from './hover-text';
import { createYamlServices, dropParses } from './yaml-services';

export { type FrontMatterDocument, isTooLarge, MAX_FRONT_MATTER_LENGTH } from './front-matter-document';

/** Completion, hover and validation of a card's front matter. Nothing is fetched, nothing is reported home. */
export interface LanguageService {
  /** What could stand at the position; nothing outside the front matter, in a comment, or beyond the limits. */
  complete(document: FrontMatterDocument, position: Position): Promise<CompletionItem[]>;
  /** What the key or value at the position means; nothing outside the front matter or beyond the limits. */
  hover(document: FrontMatterDocument, position: Position): Promise<Hover | undefined>;
  /** The schema's complaints in the words of the YAML language server. The rules have better ones. */
  validate(document: FrontMatterDocument): Promise<Diagnostic[]>;
  /** Drops what is kept for a document that has been closed. */
  forget(uri: string): void;
}

/** A language service with the Hub's model card schema. */
export function createLanguageService(): LanguageService {
  const documents = new MaskedDocuments();
  const { completion, hover, validation } = createYamlServices();

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
      dropParses();
    },
  };
}
