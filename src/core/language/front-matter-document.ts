import type { TextRange } from '../card/text-range';

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
