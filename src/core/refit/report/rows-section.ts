import { DROP_WORDS } from '../drop-words';
import type { DroppedRows } from '../cleaned-export';
import type { Refit } from '../refit';
import { details, paragraph, section, table } from './html';

/** Runs of row numbers that a reason lists at most. */
const MOST_RUNS = 200;
const MOST_ROUNDS = 60;

/** What was dropped before the fit, and why, with the rows behind each reason. */
export function droppedSection({ cleaned, design }: Refit): string {
  const { origin } = cleaned.readings;
  return section(
    'Rows that were dropped',
    paragraph(
      `Of the ${amount(cleaned.rows.length)} used rows, ${amount(origin.reported)} have the emissions that were reported, ${amount(origin.card)} those of the card's text for want of a reported figure, and ${amount(origin.card_unit_override)} the reported number in the unit that the card's text gives it.`,
    ),
    ...(cleaned.dropped.length === 0 ? [paragraph('No row was dropped.')] : cleaned.dropped.map(droppedFor)),
    table(
      ['category', 'kind', 'rows', 'term'],
      design.categories.map(({ name, kind, rows, use }) => [name, kind, { number: amount(rows) }, USES[use]]),
    ),
  );
}

function droppedFor({ reason, rows, examples }: DroppedRows): string {
  const unit = rows.size === 1 ? 'row' : 'rows';
  return details(
    `${amount(rows.size)} ${unit}: ${DROP_WORDS[reason]}`,
    paragraph(`Row numbers: ${rows.describe(MOST_RUNS)}`),
    examples.length === 0
      ? paragraph('Their cells are empty.')
      : table(
          ['row', 'model', 'what stood there'],
          examples.map(({ row, name, cell }) => [String(row), name ?? '', cell]),
        ),
  );
}

const USES = {
  column: 'yes',
  baseline: 'no, the baseline',
  thin: 'no, too few rows: with the baseline',
} as const;

/** The removals, round by round. */
export function stepsSection({ pipeline, cleaned }: Refit): string {
  const names = new Map(cleaned.names.map((name, at) => [cleaned.rows[at] ?? -1, name]));
  const rounds = pipeline.influence
    .slice(0, MOST_ROUNDS)
    .map(({ check, n, threshold, maxCook, removed }) => [
      String(check),
      { number: amount(n) },
      { number: threshold.toPrecision(4) },
      { number: maxCook.toPrecision(4) },
      { number: amount(removed.length) },
      shownRows(removed, names),
    ]);
  const columns = pipeline.collinearity.flatMap(({ vif, removed }) =>
    removed === null ? [] : [`${removed} (factor ${(vif[removed] ?? NaN).toFixed(2)})`],
  );
  return section(
    'Removals',
    rounds.length === 0
      ? paragraph('Influential rows were kept.')
      : table(['fit', 'rows', 'threshold', "largest Cook's distance", 'removed', 'among them'], rounds),
    columns.length === 0
      ? paragraph('No column was removed for collinearity.')
      : paragraph(`Removed columns: ${columns.join(', ')}.`),
  );
}

function shownRows(removed: readonly number[], names: ReadonlyMap<number, string | null>): string {
  const shown = removed.slice(0, 4).map((row) => {
    const name = names.get(row);
    return typeof name === 'string' ? `${row} (${name})` : String(row);
  });
  return shown.join(', ') + (removed.length > shown.length ? ', …' : '');
}

function amount(count: number): string {
  return count.toLocaleString('en');
}
