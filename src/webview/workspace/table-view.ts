import * as l10n from '@vscode/l10n';
import { type Column, nextSorting, type Sorting, sortRows } from '../../core/workspace/sort-rows';
import type { WorkspaceRow } from '../../core/workspace/workspace-row';
import { button, element, type View } from '../element';
import { enterRow, moveWithin } from './row-focus';
import { cardRow } from './row-view';
import type { Send } from './send';
import { grouped } from '../../core/quantity/grouped';

/** More rows than this at once make the page slow; the next ones come on request. */
const ROWS_AT_ONCE = 500;

function headingTexts(): readonly (readonly [column: Column, label: string])[] {
  return [
    ['file', l10n.t('Card')],
    ['declared', l10n.t('Declared')],
    ['unit', l10n.t('Unit')],
    ['grams', l10n.t('Grams')],
    ['predicted', l10n.t('Predicted')],
    ['findings', l10n.t('Findings')],
  ];
}

const NUMBERS: readonly Column[] = ['grams', 'predicted'];

/** The table of the cards, sorted by a click on a heading. Arrow keys go from card to card. */
export function tableView(
  first: Sorting,
  send: Send,
  onSort: (sorting: Sorting) => void,
): View<readonly WorkspaceRow[]> {
  let sorting = first;
  let rows: readonly WorkspaceRow[] = [];
  let shown = ROWS_AT_ONCE;
  const headings = new Map(
    headingTexts().map(([column, label]) => [
      column,
      element(
        'th',
        { scope: 'col', class: NUMBERS.includes(column) ? 'number' : undefined },
        button(label, () => sortBy(column)),
      ),
    ]),
  );
  const body = element('tbody');
  const more = button('', () => {
    shown += ROWS_AT_ONCE;
    draw();
  });
  const table = element(
    'table',
    { 'aria-label': l10n.t('Model cards of this workspace') },
    element('thead', {}, element('tr', {}, ...headings.values())),
    body,
  );
  body.addEventListener('keydown', moveWithin);
  body.addEventListener('focusin', enterRow);

  function sortBy(column: Column): void {
    sorting = nextSorting(sorting, column);
    onSort(sorting);
    draw();
  }

  function draw(): void {
    for (const [column, heading] of headings) {
      if (column === sorting.column)
        heading.setAttribute('aria-sort', sorting.descending ? 'descending' : 'ascending');
      else heading.removeAttribute('aria-sort');
    }
    const order = sortRows(rows, sorting);
    body.replaceChildren(
      ...order.slice(0, shown).flatMap((at, place) => {
        const row = rows[at];
        return row ? [cardRow(row, at, { send, isReached: place === 0 })] : [];
      }),
    );
    const hidden = Math.max(0, rows.length - shown);
    more.hidden = hidden === 0;
    more.textContent = l10n.t(
      'Show {0} more of {1} cards',
      Math.min(hidden, ROWS_AT_ONCE),
      grouped(rows.length),
    );
  }

  return {
    element: element('div', {}, element('div', { class: 'scroll' }, table), more),
    update(cards) {
      rows = cards;
      shown = ROWS_AT_ONCE;
      draw();
    },
  };
}
