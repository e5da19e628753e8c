import { DROP_WORDS } from '../drop-words';
import type { Refit } from '../refit';
import { paragraph, section, table } from './html';

/** Rows that a table of examples holds at most. */
const MOST_EXAMPLES = 40;
const MOST_ROUNDS = 60;

/** What was dropped before the fit, and why. */
export function droppedSection({ cleaned, design }: Refit): string {
  const { origin } = cleaned.readings;
  const examples = cleaned.dropped
    .flatMap(({ reason, examples: some }) => some.map((example) => ({ reason, ...example })))
    .slice(0, MOST_EXAMPLES);
  return section(
    'Rows that were dropped',
    paragraph(
      `Of the ${amount(cleaned.rows.length)} used rows, ${amount(origin.reported)} have the emissions that were reported, ${amount(origin.card)} those of the card's text for want of a reported figure, and ${amount(origin.card_unit_override)} the reported number in the unit that the card's text gives it.`,
    ),
    cleaned.dropped.length === 0
      ? paragraph('No row was dropped.')
      : table(
          ['rows', 'reason', 'first rows'],
          cleaned.dropped.map(({ reason, rows }) => [amount(rows.size), DROP_WORDS[reason], firstRows(rows)]),
        ),
    examples.length === 0
      ? ''
      : table(
          ['row', 'model', 'what stood there', 'reason'],
          examples.map(({ row, name, cell, reason }) => [String(row), name ?? '', cell, DROP_WORDS[reason]]),
        ),
    table(
      ['category', 'kind', 'rows', 'term'],
      design.categories.map(({ name, kind, rows, use }) => [name, kind, { number: amount(rows) }, USES[use]]),
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

function firstRows(rows: { toArray(): number[]; readonly size: number }): string {
  const first = rows.toArray().slice(0, 8).join(', ');
  return rows.size > 8 ? `${first}, …` : first;
}

function amount(count: number): string {
  return count.toLocaleString('en');
}
