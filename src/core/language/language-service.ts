import type { CompletionItem, Diagnostic, Hover, Position } from 'vscode-languageserver-types';
import type { FrontMatterDocument } from './front-matter-document';

export type { FrontMatterDocument } from './front-matter-document';

/** Completion, hover and validation of a card's front matter. Nothing is fetched, nothing is reported home. */
export interface LanguageService {
  /** What could stand at the position; nothing outside the front matter. */
  complete(document: FrontMatterDocument, position: Position): Promise<CompletionItem[]>;
  /** What the key or value at the position means; nothing outside the front matter. */
  hover(document: FrontMatterDocument, position: Position): Promise<Hover | undefined>;
  /** The schema's complaints in the words of the YAML language server. The rules have better ones. */
  validate(document: FrontMatterDocument): Promise<Diagnostic[]>;
  /** Drops what is kept for a document that has been closed. */
  forget(uri: string): void;
}

/** A language service with the Hub's model card schema. */
export function createLanguageService(): LanguageService {
  throw new Error('Not written yet.');
}
