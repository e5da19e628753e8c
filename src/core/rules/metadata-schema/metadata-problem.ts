import type { TextEdit, TextRange } from '../../card/text-range';

/** A value of the card's metadata that the Hub's specification does not admit. */
export interface MetadataProblem {
  /** Keys and indices from the top of the metadata, such as `['model-index', 0, 'results']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The narrowest part of the card that is wrong, in offsets of the card's text. */
  readonly range: TextRange;
  readonly suggestion?: MetadataSuggestion;
}

/** An edit that makes the value valid, ready to be offered as a fix. */
export interface MetadataSuggestion extends TextEdit {
  readonly title: string;
}
