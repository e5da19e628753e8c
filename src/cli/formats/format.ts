import type { CheckedCard } from '../../core/workspace/card-report';

/** A report in the making. What can be said of a card is printed at once, so that ten thousand need no memory. */
export interface Report {
  card(checked: CheckedCard): string;
  /** What closes the report. */
  end(): string;
}
