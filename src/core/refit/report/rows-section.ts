import * as l10n from '@vscode/l10n';
import { dropWords } from '../drop-words';
import type { DroppedRows } from '../cleaned-export';
import type { Refit } from '../refit';
import { details, paragraph, section, table } from './html';
import { grouped } from '../../quantity/grouped';

/** Runs of row numbers that a reason lists at most. */
const MOST_RUNS = 200;
const MOST_ROUNDS = 60;

/** What was dropped before the fit, and why, with the rows behind each reason. */
export function droppedSection({ cleaned, design }: Refit): string {
  const { origin } = cleaned.readings;
  return section(
    'rows-that-were-dropped',
    l10n.t('Rows that were dropped'),
    paragraph(
      l10n.t(
        "Of the {rows} used rows, {reported} have the emissions that were reported, {text} those of the card's text for want of a reported figure, and {unit} the reported number in the unit that the card's text gives it.",
        {
          rows: grouped(cleaned.rows.length),
          reported: grouped(origin.reported),
          text: grouped(origin.card),
          unit: grouped(origin.card_unit_override),
        },
      ),
    ),
    ...(cleaned.dropped.length === 0
      ? [paragraph(l10n.t('No row was dropped.'))]
      : cleaned.dropped.map(droppedFor)),
    table(
      [l10n.t('category'), l10n.t('kind'), l10n.t('rows'), l10n.t('term')],
      design.categories.map(({ name, kind, rows, use }) => [
        name,
        kind,
        { number: grouped(rows) },
        wordsOn(use),
      ]),
    ),
  );
}

function droppedFor({ reason, rows, examples }: DroppedRows): string {
  return details(
    rows.size === 1
      ? l10n.t('1 row: {0}', dropWords(reason))
      : l10n.t('{0} rows: {1}', grouped(rows.size), dropWords(reason)),
    paragraph(l10n.t('Row numbers: {0}', rows.describe(MOST_RUNS))),
    examples.length === 0
      ? paragraph(l10n.t('Their cells are empty.'))
      : table(
          [l10n.t('row'), l10n.t('model'), l10n.t('what stood there')],
          examples.map(({ row, name, cell }) => [String(row), name ?? '', cell]),
        ),
  );
}

function wordsOn(use: Refit['design']['categories'][number]['use']): string {
  switch (use) {
    case 'column':
      return l10n.t('yes');
    case 'baseline':
      return l10n.t('no, the baseline');
    case 'thin':
      return l10n.t('no, too few rows: with the baseline');
  }
}

/** The removals, round by round. */
export function stepsSection({ pipeline, cleaned }: Refit): string {
  const names = new Map(cleaned.names.map((name, at) => [cleaned.rows[at] ?? -1, name]));
  const rounds = pipeline.influence
    .slice(0, MOST_ROUNDS)
    .map(({ check, n, threshold, maxCook, removed }) => [
      String(check),
      { number: grouped(n) },
      { number: threshold.toPrecision(4) },
      { number: maxCook.toPrecision(4) },
      { number: grouped(removed.length) },
      shownRows(removed, names),
    ]);
  const columns = pipeline.collinearity.flatMap(({ vif, removed }) =>
    removed === null ? [] : [l10n.t('{0} (factor {1})', removed, (vif[removed] ?? NaN).toFixed(2))],
  );
  return section(
    'removals',
    l10n.t('Removals'),
    rounds.length === 0
      ? paragraph(l10n.t('Influential rows were kept.'))
      : table(
          [
            l10n.t('fit'),
            l10n.t('rows'),
            l10n.t('threshold'),
            l10n.t("largest Cook's distance"),
            l10n.t('removed'),
            l10n.t('among them'),
          ],
          rounds,
        ),
    columns.length === 0
      ? paragraph(l10n.t('No column was removed for collinearity.'))
      : paragraph(l10n.t('Removed columns: {0}.', columns.join(', '))),
  );
}

function shownRows(removed: readonly number[], names: ReadonlyMap<number, string | null>): string {
  const shown = removed.slice(0, 4).map((row) => {
    const name = names.get(row);
    return typeof name === 'string' ? `${row} (${name})` : String(row);
  });
  return shown.join(', ') + (removed.length > shown.length ? ', …' : '');
}
