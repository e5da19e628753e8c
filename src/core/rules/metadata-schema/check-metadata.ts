import type { Document, Node } from 'yaml';
import type { TextRange } from '../../card/text-range';
import { CardNodes } from './card-nodes';
import { FIELD_CHECKS } from './fields';
import type { MetadataProblem } from './metadata-problem';
import { ProblemReport } from './problem-report';

export interface MetadataInput {
  /** What the card says: the mapping that js-yaml loads, as on the Hub. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The same YAML parsed by the `yaml` package, for the positions. */
  readonly document: Document.Parsed;
  /** The range of a node in offsets of the card's text; undefined for a node without position. */
  readonly toRange: (node: Node) => TextRange | undefined;
}

/**
 * The problems of a card's metadata outside `co2_eq_emissions`, key by key in the order of the card, at most 100.
 *
 * As strict as the Hub where its behaviour is documented or known, and no stricter: what it takes in silence
 * passes, and so does every key that it does not know.
 * Source: https://github.com/huggingface/hub-docs/blob/main/modelcard.md.
 */
export function checkMetadata({ metadata, document, toRange }: MetadataInput): MetadataProblem[] {
  const report = new ProblemReport(new CardNodes(document, toRange));
  for (const [key, value] of Object.entries(metadata)) FIELD_CHECKS.get(key)?.(value, [key], report);
  return report.problems;
}
