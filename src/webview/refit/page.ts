import type { CardComparison } from '../../core/refit/panel-comparison';
import type { RefitPanelState } from '../../core/refit/panel-protocol';
import { element, type View } from '../element';
import { statusLine } from '../status-line';
import { cardsView, modelsView } from './comparison-view';
import { contentsView } from './contents-view';
import { decisionView } from './decision-view';
import { reportView } from './report-view';
import { saveView } from './save-view';
import type { Send } from './send';

/** The whole page. */
export interface Page extends View<RefitPanelState> {
  showCards(cards: CardComparison): void;
  /** Says something in passing, to eyes and to screen readers. */
  say(text: string): void;
}

/** Builds the page; nothing is on it before the first state. */
export function page(send: Send): Page {
  const title = element('h1', { tabindex: -1 });
  const decision = decisionView(send);
  const models = modelsView();
  const cards = cardsView(send);
  const contents = contentsView();
  const report = reportView((sections) => contents.update([cards.element, models.element, ...sections]));
  const status = statusLine();
  let names: readonly [string, string] = ['', ''];
  const root = element(
    'main',
    { hidden: true },
    element('header', {}, title, decision.element),
    saveView(send),
    contents.element,
    cards.element,
    models.element,
    report.element,
    status.element,
  );
  return {
    element: root,
    showCards: (comparison) => cards.update({ cards: comparison, names }),
    say: (text) => status.say(text),
    update(state) {
      root.hidden = false;
      title.textContent = state.title;
      names = state.models.names;
      decision.update(state.decision);
      models.update(state.models);
      cards.update({ cards: state.cards, names });
      report.update(state.report);
    },
  };
}
