import * as l10n from '@vscode/l10n';
import type { RefitDecision } from '../../core/refit/panel-protocol';
import { button, element, type View } from '../element';
import type { Send } from './send';

/** What can be done with the refit: accept or discard it, or undo what was accepted. */
export function decisionView(send: Send): View<RefitDecision> {
  const words = element('p', { class: 'decision-words' });
  const accept = button(l10n.t('Use this model…'), () => send({ type: 'action', action: 'accept' }), {
    class: 'primary',
  });
  const undo = button(l10n.t('Undo'), () => send({ type: 'action', action: 'undo' }));
  const discard = button(l10n.t('Discard'), () => send({ type: 'action', action: 'discard' }));
  return {
    element: element(
      'div',
      { class: 'decision', role: 'group', 'aria-label': l10n.t('Decision') },
      words,
      element('p', { class: 'buttons' }, accept, undo, discard),
    ),
    update(decision) {
      words.textContent = wordsOn(decision);
      accept.hidden = decision.kind === 'accepted';
      accept.disabled = decision.kind === 'unusable';
      undo.hidden = decision.kind !== 'accepted';
      discard.hidden = decision.kind === 'accepted';
    },
  };
}

function wordsOn(decision: RefitDecision): string {
  switch (decision.kind) {
    case 'open':
      return l10n.t('Nothing has changed yet: the model in use predicts until you accept this one.');
    case 'unusable':
      return decision.reason;
    case 'accepted':
      return decision.text;
  }
}
