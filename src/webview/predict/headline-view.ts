import * as l10n from '@vscode/l10n';
import type { PanelCard } from '../../core/prediction/panel-state';
import { button, element, paragraphs, type View } from '../element';
import type { Send } from './send';

/** The card, the predicted number and what can be done with it; or what is missing for one. */
export function headlineView(send: Send): View<PanelCard | undefined> {
  const name = button('', () => send({ type: 'action', action: 'openCard' }), {
    class: 'card-name',
    title: l10n.t('Go to the card'),
  });
  const number = element('h1', { tabindex: -1 });
  const range = element('p', { class: 'range' });
  const missing = element('div');
  const warnings = element('ul', { class: 'warnings', 'aria-label': l10n.t('Cautions') });
  const insert = button(l10n.t('Insert into card'), () => send({ type: 'action', action: 'insert' }), {
    class: 'primary',
  });
  const buttons = element(
    'p',
    { class: 'buttons' },
    insert,
    button(l10n.t('Copy as YAML'), () => send({ type: 'action', action: 'copyYaml' })),
    button(l10n.t('Copy as Markdown'), () => send({ type: 'action', action: 'copyMarkdown' })),
  );
  return {
    element: element('header', {}, element('p', {}, name), number, range, missing, warnings, buttons),
    update(card) {
      const estimate = card?.estimate;
      name.textContent = card?.name ?? '';
      name.hidden = card === undefined;
      number.textContent = titleOf(card);
      range.textContent = estimate?.range ?? '';
      missing.replaceChildren(...paragraphs(card?.missing ?? [], 'missing'));
      warnings.replaceChildren(...(estimate?.warnings ?? []).map((text) => element('li', {}, text)));
      warnings.hidden = (estimate?.warnings.length ?? 0) === 0;
      buttons.hidden = estimate === undefined;
      insert.disabled = card?.editable !== true;
    },
  };
}

function titleOf(card: PanelCard | undefined): string {
  if (card === undefined) return l10n.t('Emissions model');
  return card.estimate ? l10n.t('{0} CO₂eq predicted', card.estimate.headline) : l10n.t('No prediction yet');
}
