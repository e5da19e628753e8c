import type { RefitPanelAction } from '../../core/refit/panel-protocol';
import { button, element } from '../predict/element';
import type { Send } from './send';

const SAVED: readonly (readonly [label: string, action: RefitPanelAction])[] = [
  ['HTML', 'saveHtml'],
  ['Markdown', 'saveMarkdown'],
  ['Plots (SVG)', 'savePlots'],
  ['Tables (CSV)', 'saveTables'],
  ['Model file', 'saveModel'],
];

/** What can be taken away. */
export function saveView(send: Send): HTMLElement {
  return element(
    'p',
    { class: 'buttons', role: 'group', 'aria-label': 'Save as' },
    element('span', { class: 'quiet', 'aria-hidden': 'true' }, 'Save as'),
    ...SAVED.map(([label, action]) =>
      button(label, () => send({ type: 'action', action }), { class: 'small' }),
    ),
  );
}
