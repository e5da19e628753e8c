import * as l10n from '@vscode/l10n';
import type { PanelCard } from '../../core/prediction/panel-state';
import { button, element, section, type View } from '../element';
import { fieldList } from './field-list';
import type { Send } from './send';

/** The predictors with their origins, each editable. */
export function predictorsView(send: Send): View<PanelCard> {
  const fields = fieldList(send);
  const reset = button(l10n.t('Reset to the card’s values'), () => {
    if (reset.getAttribute('aria-disabled') === 'false') send({ type: 'action', action: 'reset' });
  });
  const keep = button(l10n.t('Keep this size in the settings'), () =>
    send({ type: 'action', action: 'keepSize' }),
  );
  const notes = element('ul', { class: 'notes' });
  const intro = element(
    'p',
    { class: 'quiet' },
    l10n.t('Type another value to see what it changes. The card stays as it is.'),
  );
  return {
    element: section(
      'predictors',
      l10n.t('What it rests on'),
      intro,
      fields.element,
      element('p', { class: 'buttons' }, reset, keep),
      notes,
    ),
    update(card) {
      fields.update(card.predictors);
      // Not `disabled`: that would drop the focus, which stands on the button when it was pressed.
      reset.setAttribute('aria-disabled', String(!card.changed));
      keep.hidden = !card.sizeCanBeKept;
      notes.replaceChildren(...card.notes.map((note) => element('li', {}, note)));
      notes.hidden = card.notes.length === 0;
    },
  };
}
