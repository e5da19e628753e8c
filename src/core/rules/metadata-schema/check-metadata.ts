import type { Metadata } from '../../card/metadata';
import { CardNodes } from './card-nodes';
import { FIELD_CHECKS } from './fields';
import type { MetadataProblem } from './metadata-problem';
import { ProblemReport } from './problem-report';

/**
 * The problems of a card's metadata outside `co2_eq_emissions`, key by key in the order of the card, at most 100.
 *
 * As strict as the Hub where its behaviour is documented or known, and no stricter: what it takes in silence
 * passes, and so does every key that it does not know.
 * Source: https://github.com/huggingface/hub-docs/blob/main/modelcard.md.
 */
export function checkMetadata({ values, map }: Pick<Metadata, 'values' | 'map'>): MetadataProblem[] {
  const report = new ProblemReport(new CardNodes(map));
  for (const [key, value] of Object.entries(values)) FIELD_CHECKS.get(key)?.(value, [key], report);
  return report.problems;
}
