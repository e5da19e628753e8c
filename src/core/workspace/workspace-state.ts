import type { BulkFix } from './bulk-fix';
import type { CardReport } from './card-report';
import type { WorkspaceState } from './panel-protocol';
import { workspaceRow } from './workspace-row';
import { workspaceHeadline, workspaceNotes, type WorkspaceTally } from './workspace-summary';

/** A card of the table, and what is offered for it. */
export interface TabledCard {
  readonly report: CardReport;
  /** The declared value as it stands in the card. */
  readonly written: string | undefined;
  readonly fixes: readonly BulkFix[];
}

/** Everything that the table shows of the cards that were checked; rows are in the order of the cards. */
export function workspaceState(cards: readonly TabledCard[], tally: WorkspaceTally): WorkspaceState {
  const rows = cards.map(({ report, written }) => workspaceRow(report, written));
  const count = (kind: BulkFix): number => cards.filter(({ fixes }) => fixes.includes(kind)).length;
  return {
    headline: workspaceHeadline(rows),
    notes: workspaceNotes(rows, tally),
    rows,
    offers: { safe: count('safe'), kilograms: count('kilograms') },
  };
}
