import * as l10n from '@vscode/l10n';
import { element, type View } from '../element';

/** Links to the sections of the page: the report is long. */
export function contentsView(): View<readonly HTMLElement[]> {
  const root = element('nav', { 'aria-label': l10n.t('Sections of the report') });
  return {
    element: root,
    update(sections) {
      const links = sections.map((section) =>
        element('a', { href: `#${section.id}` }, section.querySelector('h2')?.textContent ?? section.id),
      );
      root.replaceChildren(...links);
    },
  };
}
