import * as l10n from '@vscode/l10n';
import type { PanelModel, PanelTerm } from '../../core/prediction/panel-state';
import { button, element, section, type View } from '../element';
import type { Send } from './send';

/** The model in use: where it comes from, how good it is, and its coefficients. */
export function modelView(send: Send): View<PanelModel> {
  const title = element('p', { class: 'model-title' });
  const problem = element('p', { class: 'warning', role: 'note' });
  const facts = element('dl');
  const notes = element('ul', { class: 'notes' });
  const terms = element('tbody');
  const heads = [l10n.t('Term'), l10n.t('Coefficient'), l10n.t('Std. error'), l10n.t('On grams')].map(
    (text) => element('th', { scope: 'col' }, text),
  );
  const table = element(
    'table',
    { class: 'terms' },
    element('thead', {}, element('tr', {}, ...heads)),
    terms,
  );
  const details = element(
    'details',
    {},
    element('summary', {}, l10n.t('Coefficients and notes')),
    table,
    notes,
  );
  const buttons = element(
    'p',
    { class: 'buttons' },
    button(l10n.t('Choose model…'), () => send({ type: 'action', action: 'chooseModel' })),
    button(l10n.t('Compare with…'), () => send({ type: 'action', action: 'compareModels' })),
    button(l10n.t('Refit from an export…'), () => send({ type: 'action', action: 'refit' })),
  );
  return {
    element: section('model', l10n.t('Model in use'), problem, title, facts, buttons, details),
    update(model) {
      title.textContent = model.title;
      problem.textContent = model.problem ?? '';
      problem.hidden = model.problem === undefined;
      facts.replaceChildren(...model.facts.flatMap(factRow));
      notes.replaceChildren(...model.notes.map((note) => element('li', {}, note)));
      terms.replaceChildren(...model.terms.map(termRow));
    },
  };
}

function factRow({ name, text }: PanelModel['facts'][number]): HTMLElement[] {
  return [element('dt', {}, name), element('dd', {}, text)];
}

function termRow({ name, coefficient, standardError, meaning }: PanelTerm): HTMLElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, name),
    element('td', { class: 'number' }, coefficient),
    element('td', { class: 'number' }, standardError),
    element('td', {}, meaning),
  );
}
