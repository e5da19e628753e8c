import * as l10n from '@vscode/l10n';
import type { Advice } from '../../core/prediction/advice';
import { element, section, type View } from '../element';

/** What follows for this model, with where each piece comes from. */
export function adviceView(): View<readonly Advice[]> {
  const list = element('ul', { class: 'advice' });
  const caution = element(
    'p',
    { class: 'quiet' },
    l10n.t(
      'The model describes what goes together among published models, not what causes what (paper, section 6).',
    ),
  );
  const root = section('advice', l10n.t('What would lower it'), list, caution);
  return {
    element: root,
    update(pieces) {
      root.hidden = pieces.length === 0;
      list.replaceChildren(
        ...pieces.map(({ sentence, source }) =>
          element('li', {}, sentence, ' ', element('cite', {}, `(${source})`)),
        ),
      );
    },
  };
}
