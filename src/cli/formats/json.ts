import { type CheckedCard, cardReport, reportsAsJson } from '../../core/workspace/card-report';

/** The findings as JSON; lines and characters count from 0 in UTF-16, as in the Language Server Protocol. */
export function json(cards: readonly CheckedCard[]): string {
  return reportsAsJson(cards.map(cardReport));
}
