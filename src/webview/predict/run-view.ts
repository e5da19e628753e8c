import * as l10n from '@vscode/l10n';
import type { PanelRun } from '../../core/prediction/panel-state';
import { element, section, type View } from '../element';
import { fieldList } from './field-list';
import type { Send } from './send';

/** The physical estimate: what it needs, the figures used and where they come from. */
export function runView(send: Send): View<PanelRun> {
  const intro = element(
    'p',
    { class: 'quiet' },
    l10n.t('Power × hours × carbon intensity of the electricity, as ML CO2 Impact computes it.'),
  );
  const fields = fieldList(send);
  const missing = element('p');
  const basis = element('ul');
  const sources = element('p', { class: 'quiet' });
  return {
    element: section(
      'run',
      l10n.t('Second opinion from physics'),
      intro,
      fields.element,
      missing,
      basis,
      sources,
    ),
    update(run) {
      fields.update(run.fields);
      missing.textContent = run.missing ?? '';
      missing.hidden = run.missing === undefined;
      basis.replaceChildren(...run.basis.map((text) => element('li', {}, text)));
      basis.hidden = run.basis.length === 0;
      sources.textContent = l10n.t('Sources: {0}.', run.sources.join('; '));
      sources.hidden = run.sources.length === 0;
    },
  };
}
