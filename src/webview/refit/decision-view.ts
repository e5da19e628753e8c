import type { RefitDecision } from '../../core/refit/panel-protocol';
import { button, element, type View } from '../predict/element';
import type { Send } from './send';

/** What can be done with the refit: accept or discard it, or undo what was accepted. */
export function decisionView(send: Send): View<RefitDecision> {
  const words = element('p', { class: 'decision-words' });
  const accept = button('Use this model…', () => send({ type: 'action', action: 'accept' }), {
    class: 'primary',
  });
  const undo = button('Undo', () => send({ type: 'action', action: 'undo' }));
  const discard = button('Discard', () => send({ type: 'action', action: 'discard' }));
  return {
    element: element(
      'div',
      { class: 'decision', role: 'group', 'aria-label': 'Decision' },
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
      return 'Nothing has changed yet: the model in use predicts until you accept this one.';
    case 'unusable':
      return decision.reason;
    case 'accepted':
      return decision.text;
  }
}
