import * as l10n from '@vscode/l10n';
import type { CardComparison, ModelComparison } from '../../core/refit/panel-comparison';
import { button, element, section, type View } from '../element';
import type { Send } from './send';

/** Both models side by side: their fit and their coefficients. */
export function modelsView(): View<ModelComparison> {
  const head = element('tr');
  const body = element('tbody');
  const table = element('table', {}, element('thead', {}, head), body);
  return {
    element: section(
      'models',
      l10n.t('Against the model in use'),
      element('div', { class: 'scroll' }, table),
    ),
    update({ names, rows }) {
      head.replaceChildren(
        ...headCells([l10n.t('term'), ...names]),
        element('th', { scope: 'col' }, l10n.t('note')),
      );
      body.replaceChildren(
        ...rows.map(({ name, texts, note }) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, name),
            ...texts.map((text) => element('td', { class: 'number' }, text)),
            element('td', { class: 'note' }, note),
          ),
        ),
      );
    },
  };
}

/** The cards of the workspace under both models. */
export function cardsView(send: Send): View<{ cards: CardComparison; names: readonly [string, string] }> {
  const note = element('p', { class: 'quiet', role: 'status' });
  const head = element('tr');
  const body = element('tbody');
  const table = element('table', {}, element('thead', {}, head), body);
  return {
    element: section('cards', l10n.t('Your cards'), note, element('div', { class: 'scroll' }, table)),
    update({ cards, names }) {
      note.textContent = cards.note;
      table.hidden = cards.rows.length === 0;
      head.replaceChildren(...headCells([l10n.t('card'), l10n.t('declared'), ...names, l10n.t('change')]));
      body.replaceChildren(
        ...cards.rows.map(({ name, declared, texts, change }) => {
          const open = button(name, () => send({ type: 'openCard', name }), { class: 'link' });
          return element(
            'tr',
            {},
            element('th', { scope: 'row' }, open),
            ...[declared, ...texts, change].map((text) => element('td', { class: 'number' }, text)),
          );
        }),
      );
    },
  };
}

function headCells(names: readonly string[]): HTMLElement[] {
  return names.map((name, at) =>
    element('th', { scope: 'col', class: at === 0 ? undefined : 'number' }, name),
  );
}
