import * as l10n from '@vscode/l10n';
import type { PanelComparison } from '../../core/prediction/panel-state';
import { button, element, section, type View } from '../element';
import type { Send } from './send';

/** Two models side by side: on this card, and by their coefficients. */
export function comparisonView(send: Send): View<PanelComparison | undefined> {
  const verdict = element('p');
  const head = element('tr');
  const body = element('tbody');
  const table = element('table', { class: 'comparison' }, element('thead', {}, head), body);
  const stop = button(l10n.t('Stop comparing'), () => send({ type: 'action', action: 'stopComparing' }));
  const root = section(
    'comparison',
    l10n.t('Two models compared'),
    verdict,
    table,
    element('p', { class: 'buttons' }, stop),
  );
  return {
    element: root,
    update(comparison) {
      root.hidden = comparison === undefined;
      if (comparison === undefined) return;
      verdict.textContent = comparison.verdict ?? '';
      const names = comparison.names.map((name) => element('th', { scope: 'col' }, name));
      head.replaceChildren(element('th', { scope: 'col' }, l10n.t('Term')), ...names);
      body.replaceChildren(
        ...comparison.rows.map(({ name, texts }) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, name),
            ...texts.map((text) => element('td', { class: 'number' }, text)),
          ),
        ),
      );
    },
  };
}
