import * as l10n from '@vscode/l10n';
import type { RefitPanelAction } from '../../core/refit/panel-protocol';
import { button, element } from '../element';
import type { Send } from './send';

function saved(): readonly (readonly [label: string, action: RefitPanelAction])[] {
  return [
    ['HTML', 'saveHtml'],
    ['Markdown', 'saveMarkdown'],
    [l10n.t('Plots (SVG)'), 'savePlots'],
    [l10n.t('Tables (CSV)'), 'saveTables'],
    [l10n.t('Model file'), 'saveModel'],
  ];
}

/** What can be taken away. */
export function saveView(send: Send): HTMLElement {
  return element(
    'p',
    { class: 'buttons', role: 'group', 'aria-label': l10n.t('Save as') },
    element('span', { class: 'quiet', 'aria-hidden': 'true' }, l10n.t('Save as')),
    ...saved().map(([label, action]) =>
      button(label, () => send({ type: 'action', action }), { class: 'small' }),
    ),
  );
}
