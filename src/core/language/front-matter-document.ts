import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import type { TextRange } from '../card/text-range';
import { maskedYaml } from './mask';
import { isTooDeep } from './nesting';

/**
 * One version of a card, as the language service sees it.
 *
 * Positions that go in and come out are LSP positions in the card's own text (0-based line, UTF-16 character);
 * nothing has to be mapped.
 */
export interface FrontMatterDocument {
  readonly uri: string;
  /** Grows with every edit; results are kept for a pair of `uri` and `version`. */
  readonly version: number;
  /** The whole text of the card. */
  readonly text: string;
  /** Where the YAML between the fences stands in `text`, without the fences. */
  readonly yaml: TextRange;
}

/** Front matter above this length, in UTF-16 units, gets neither completion nor hover: each would take too long. */
export const MAX_FRONT_MATTER_LENGTH = 64 * 1024;

/** Whether the front matter is beyond the size limit, which the editor should say somewhere. */
export function isTooLarge({ yaml }: Pick<FrontMatterDocument, 'yaml'>): boolean {
  return yaml.end - yaml.start > MAX_FRONT_MATTER_LENGTH;
}

interface Kept {
  readonly source: FrontMatterDocument;
  readonly masked: TextDocument | undefined;
}

/** The masked form of each open document, kept until it changes or is forgotten. */
export class MaskedDocuments {
  private readonly kept = new Map<string, Kept>();
  private versions = 0;

  /** The masked form; undefined beyond the limits of size and nesting. */
  of(source: FrontMatterDocument): TextDocument | undefined {
    if (isTooLarge(source)) return undefined;
    const kept = this.kept.get(source.uri);
    if (kept && isSame(kept.source, source)) return kept.masked;
    // Versions of our own: an editor starts anew at 1 when a document is opened again.
    const yaml = { start: source.yaml.start, end: endOfBlankLines(source.text, source.yaml.end) };
    const text = maskedYaml(source.text, yaml);
    const masked = isTooDeep(text)
      ? undefined
      : TextDocument.create(source.uri, 'yaml', ++this.versions, text);
    this.kept.set(source.uri, { source, masked });
    return masked;
  }

  /** The masked form where the position lies in the front matter. */
  at(source: FrontMatterDocument, position: Position): TextDocument | undefined {
    const masked = this.of(source);
    if (!masked) return undefined;
    const offset = masked.offsetAt(position);
    const { line, character } = masked.positionAt(offset);
    const exists = line === position.line && character === position.character;
    return exists && offset >= source.yaml.start ? masked : undefined;
  }

  forget(uri: string): void {
    this.kept.delete(uri);
  }
}

/**
 * The end of the blank lines behind an offset. In a block that nothing closes yet, they are where the next key
 * is typed; in a closed one, the fence follows at once.
 */
function endOfBlankLines(text: string, offset: number): number {
  const blankLines = /(?:(?:\r\n|\r|\n)[ \t]*(?=[\r\n]|$))*/y;
  blankLines.lastIndex = offset;
  return offset + (blankLines.exec(text)?.[0].length ?? 0);
}

const isSame = (left: FrontMatterDocument, right: FrontMatterDocument): boolean =>
  left.version === right.version &&
  left.text === right.text &&
  left.yaml.start === right.yaml.start &&
  left.yaml.end === right.yaml.end;
