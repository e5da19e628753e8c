import type { PanelSection } from '../../core/prediction/panel-protocol';
import type { PanelState } from '../../core/prediction/panel-state';
import { adviceView } from './advice-view';
import { amountsView } from './amounts-view';
import { comparisonView } from './comparison-view';
import { element, type View } from '../element';
import { statusLine } from '../status-line';
import { headlineView } from './headline-view';
import { modelView } from './model-view';
import { predictorsView } from './predictors-view';
import { runView } from './run-view';
import type { Send } from './send';
import { stepsView } from './steps-view';

/** The whole page: its parts in reading order, and the line that says what is going on. */
export interface Page extends View<PanelState> {
  /** Says something in passing, to eyes and to screen readers. */
  say(text: string): void;
  reveal(section: PanelSection): void;
}

/** Builds the page; nothing is on it before the first state. */
export function page(send: Send): Page {
  const headline = headlineView(send);
  const amounts = amountsView();
  const predictors = predictorsView(send);
  const steps = stepsView();
  const advice = adviceView();
  const run = runView(send);
  const model = modelView(send);
  const comparison = comparisonView(send);
  const notice = element('p', { class: 'warning', role: 'note' });
  const status = statusLine();
  const ofCard = [amounts, predictors, run].map((view) => view.element);
  const root = element(
    'main',
    {},
    notice,
    headline.element,
    amounts.element,
    predictors.element,
    steps.element,
    advice.element,
    run.element,
    model.element,
    comparison.element,
    status.element,
  );
  return {
    element: root,
    say: (text) => status.say(text),
    reveal: (id) => revealSection(root, id),
    update(state) {
      const { card } = state;
      notice.textContent = state.notice ?? '';
      notice.hidden = state.notice === undefined;
      headline.update(card);
      for (const part of ofCard) part.hidden = card === undefined;
      if (card) {
        amounts.update(card.amounts);
        predictors.update(card);
        run.update(card.run);
      }
      steps.element.hidden = card?.estimate === undefined;
      if (card?.estimate) steps.update(card.estimate.steps);
      advice.update(card?.estimate?.advice ?? []);
      model.update(state.model);
      comparison.update(state.comparison);
    },
  };
}

function revealSection(root: HTMLElement, id: PanelSection): void {
  if (id === 'size') {
    root.querySelector<HTMLElement>('#field-parameters')?.focus();
    return;
  }
  const details = id === 'model' ? root.querySelector('details') : null;
  if (details) details.open = true;
  const title = root.querySelector<HTMLElement>(`#${id}-title`);
  title?.scrollIntoView({ block: 'start' });
  title?.focus({ preventScroll: true });
}
