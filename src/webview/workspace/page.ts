import * as l10n from '@vscode/l10n';
import type { WorkspaceState } from '../../core/workspace/panel-protocol';
import type { Sorting } from '../../core/workspace/sort-rows';
import { element, paragraphs, type View } from '../element';
import { statusLine } from '../status-line';
import { actionsView } from './actions-view';
import { progressView, type Progress } from './progress-view';
import type { Send } from './send';
import { tableView } from './table-view';

/** What the page needs to begin. */
export interface PageOptions {
  readonly send: Send;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

/** The whole page. */
export interface Page extends View<WorkspaceState> {
  showProgress(progress: Progress): void;
  /** Says that cards have changed since. */
  setOutdated(): void;
  /** Says something in passing, to eyes and to screen readers. */
  say(text: string): void;
}

/** Builds the page; until the first state it says that cards are looked for. */
export function page({ send, sorting, onSort }: PageOptions): Page {
  const title = element('h1', { tabindex: -1 }, l10n.t('All model cards'));
  const progress = progressView(send);
  const actions = actionsView(send);
  const outdated = element(
    'p',
    { class: 'quiet', hidden: true },
    l10n.t('Cards have changed since they were checked. Check again to see how they are now.'),
  );
  const notes = element('div', { class: 'quiet' });
  const empty = emptyView();
  const table = tableView(sorting, send, onSort);
  const status = statusLine();
  actions.element.hidden = table.element.hidden = true;
  return {
    element: element(
      'main',
      {},
      element('header', {}, title, progress.element, actions.element, outdated, notes),
      empty,
      table.element,
      status.element,
    ),
    say: (text) => status.say(text),
    showProgress: (at) => {
      progress.update(at);
      actions.element.hidden = true;
    },
    setOutdated: () => (outdated.hidden = false),
    update(state) {
      const hadFocus = progress.element.contains(document.activeElement);
      progress.update(undefined);
      const isEmpty = state.rows.length === 0;
      title.textContent = state.headline;
      notes.replaceChildren(...paragraphs(state.notes));
      actions.element.hidden = false;
      actions.update(state);
      outdated.hidden = true;
      empty.hidden = !isEmpty;
      table.element.hidden = isEmpty;
      table.update(state.rows);
      // The button that stood there is gone; the keyboard stays where the news are.
      if (hadFocus) title.focus();
    },
  };
}

function emptyView(): HTMLElement {
  return element(
    'div',
    { class: 'empty', hidden: true },
    element(
      'p',
      { class: 'quiet' },
      l10n.t(
        'A model card is a README.md that begins with metadata between two lines of “---”. Other Markdown files are looked at where the setting modelCardCo2.cardFolders names their folder.',
      ),
    ),
  );
}
