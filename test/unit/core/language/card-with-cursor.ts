import type { Position } from 'vscode-languageserver-types';
import { type FrontMatter, findFrontMatter } from '../../../../src/core/card/front-matter';
import { LineIndex } from '../../../../src/core/card/line-index';
import type { FrontMatterDocument } from '../../../../src/core/language/language-service';

let versions = 0;

/** A card whose text holds a cursor, `█`. */
export function cardWithCursor(marked: string): { document: FrontMatterDocument; position: Position } {
  const offset = marked.indexOf('█');
  if (offset < 0) throw new Error('The card has no cursor.');
  const text = marked.replace('█', '');
  return { document: cardDocument(text), position: new LineIndex(text).positionAt(offset) };
}

/** A card as a document of the language service, each with a version of its own. */
export function cardDocument(text: string): FrontMatterDocument {
  const frontMatter: FrontMatter | undefined = findFrontMatter(text);
  if (!frontMatter) throw new Error('The card has no front matter.');
  return { uri: 'file:///README.md', version: ++versions, text, yaml: frontMatter.yaml };
}
