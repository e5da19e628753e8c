import type { WorkspaceRow } from './workspace-row';

/** The columns that the table can be sorted by. */
export const COLUMNS = ['file', 'declared', 'unit', 'grams', 'predicted', 'findings'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

/** The cards that need most attention come first. */
export const FIRST_SORTING: Sorting = { column: 'findings', descending: true };

type Compare = (a: WorkspaceRow, b: WorkspaceRow) => number;

const compareTexts = new Intl.Collator('en', { numeric: true }).compare;

const comparisons: Record<Column, Compare> = {
  file: (a, b) => compareTexts(a.file, b.file),
  declared: (a, b) => compareTexts(a.declared, b.declared),
  unit: (a, b) => compareTexts(a.unit, b.unit),
  grams: (a, b) => (a.grams?.grams ?? 0) - (b.grams?.grams ?? 0),
  predicted: (a, b) => (a.predicted?.grams ?? 0) - (b.predicted?.grams ?? 0),
  findings: compareUrgency,
};

const absences: Record<Column, (row: WorkspaceRow) => boolean> = {
  file: () => false,
  declared: ({ declared }) => declared === '',
  unit: ({ unit }) => unit === '',
  grams: ({ grams }) => grams === undefined,
  predicted: ({ predicted }) => predicted === undefined,
  findings: () => false,
};

/**
 * The places of the rows in their new order. Rows without a value come last in both directions, and rows that are equal
 * go by their path.
 */
export function sortRows(rows: readonly WorkspaceRow[], { column, descending }: Sorting): number[] {
  const [compare, isAbsent, sign] = [comparisons[column], absences[column], descending ? -1 : 1];
  return [...rows.entries()]
    .sort(
      ([, a], [, b]) =>
        Number(isAbsent(a)) - Number(isAbsent(b)) || sign * compare(a, b) || comparisons.file(a, b),
    )
    .map(([at]) => at);
}

/** The other direction of a column that is sorted by already; else the direction that people look for first. */
export function nextSorting(now: Sorting, column: Column): Sorting {
  if (now.column === column) return { column, descending: !now.descending };
  return { column, descending: column === 'findings' };
}

/** Reads what an earlier window left, which may have any shape. */
export function readSorting(value: unknown): Sorting {
  if (typeof value !== 'object' || value === null) return FIRST_SORTING;
  const { column, descending } = value as Record<string, unknown>;
  const known = COLUMNS.find((name) => name === column);
  return known === undefined ? FIRST_SORTING : { column: known, descending: descending === true };
}

/** One error outweighs any number of warnings, and what could not be read at all outweighs everything. */
function compareUrgency(a: WorkspaceRow, b: WorkspaceRow): number {
  const unread = Number(a.error !== undefined) - Number(b.error !== undefined);
  return a.counts.reduce((order, count, at) => order || count - (b.counts[at] ?? 0), unread);
}
