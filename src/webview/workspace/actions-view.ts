import * as l10n from '@vscode/l10n';
import type { WorkspaceAction, WorkspaceState } from '../../core/workspace/panel-protocol';
import { button, element, type View } from '../element';
import type { Send } from './send';
import { grouped } from '../../core/quantity/grouped';

/** What can be done with all cards at once. */
export function actionsView(send: Send): View<WorkspaceState> {
  const act = (label: string, action: WorkspaceAction, className?: string): HTMLButtonElement =>
    button(label, () => send({ type: 'action', action }), { class: className });
  const safe = act('', 'fixSafe', 'primary');
  const kilograms = act('', 'fixKilograms');
  const save = element(
    'span',
    { class: 'save', role: 'group', 'aria-label': l10n.t('Save as') },
    element('span', { class: 'quiet', 'aria-hidden': 'true' }, l10n.t('Save as')),
    act('CSV', 'saveCsv'),
    act('JSON', 'saveJson'),
  );
  return {
    element: element('p', { class: 'buttons' }, safe, kilograms, act(l10n.t('Check again'), 'check'), save),
    update({ offers, rows }) {
      safe.hidden = offers.safe === 0;
      safe.textContent =
        offers.safe === 1
          ? l10n.t('Apply the safe fixes of 1 card…')
          : l10n.t('Apply the safe fixes of {0} cards…', grouped(offers.safe));
      kilograms.hidden = offers.kilograms === 0;
      kilograms.textContent =
        offers.kilograms === 1
          ? l10n.t('Convert the number that looks like kilograms…')
          : l10n.t('Convert the {0} numbers that look like kilograms…', grouped(offers.kilograms));
      save.hidden = rows.length === 0;
    },
  };
}
