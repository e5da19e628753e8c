import type { Fix } from '../../core/rules/rule';
import type { RuleId } from '../../core/rules';
import type { CheckedCard } from '../../core/workspace/card-report';

/** A card that was checked, and what was mended in its file before. */
export interface CheckedFile extends CheckedCard {
  readonly fixed: readonly AppliedFix[];
}

export interface AppliedFix extends Pick<Fix, 'title'> {
  readonly rule: RuleId;
  /** Counted from 1. */
  readonly line: number;
}

/** How a report is to look. */
export interface Style {
  readonly coloured: boolean;
}

/** A report in the making. What can be said of a card is printed at once, so that ten thousand need no memory. */
export interface Report {
  card(checked: CheckedFile): string;
  /** What closes the report. */
  end(): string;
}
