import type { Document, Node } from 'yaml';
import type { TextRange } from '../../card/text-range';
import type { MetadataProblem } from './metadata-problem';

export interface MetadataInput {
  /** What the card says: the mapping that js-yaml loads, as on the Hub. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The same YAML parsed by the `yaml` package, for the positions. */
  readonly document: Document.Parsed;
  /** The range of a node in offsets of the card's text; undefined for a node without position. */
  readonly toRange: (node: Node) => TextRange | undefined;
}

/**
 * The problems of a card's metadata outside `co2_eq_emissions`, in the order of the text.
 * Source: https://github.com/huggingface/hub-docs/blob/main/modelcard.md.
 */
export function checkMetadata(_input: MetadataInput): MetadataProblem[] {
  return [];
}
