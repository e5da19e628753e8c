import type { WorkspaceAction, WorkspaceState } from '../../core/workspace/panel-protocol';
import { counted } from '../../core/workspace/workspace-summary';
import { button, element, type View } from '../predict/element';
import type { Send } from './send';

/** What can be done with all cards at once. */
export function actionsView(send: Send): View<WorkspaceState> {
  const act = (label: string, action: WorkspaceAction, className?: string): HTMLButtonElement =>
    button(label, () => send({ type: 'action', action }), { class: className });
  const safe = act('', 'fixSafe', 'primary');
  const kilograms = act('', 'fixKilograms');
  const save = element(
    'span',
    { class: 'save', role: 'group', 'aria-label': 'Save as' },
    element('span', { class: 'quiet', 'aria-hidden': 'true' }, 'Save as'),
    act('CSV', 'saveCsv'),
    act('JSON', 'saveJson'),
  );
  return {
    element: element('p', { class: 'buttons' }, safe, kilograms, act('Check again', 'check'), save),
    update({ offers, rows }) {
      safe.hidden = offers.safe === 0;
      safe.textContent = `Apply the safe fixes of ${counted(offers.safe, 'card')}…`;
      kilograms.hidden = offers.kilograms === 0;
      kilograms.textContent =
        offers.kilograms === 1
          ? 'Convert the number that looks like kilograms…'
          : `Convert the ${offers.kilograms.toLocaleString('en-US')} numbers that look like kilograms…`;
      save.hidden = rows.length === 0;
    },
  };
}
