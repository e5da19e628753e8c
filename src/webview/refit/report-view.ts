import * as l10n from '@vscode/l10n';
import { element, type View } from '../predict/element';

/**
 * The body of the report, which the page loads by itself: it need not pass through the extension.
 *
 * @param onLoaded called with its sections
 */
export function reportView(onLoaded: (sections: readonly HTMLElement[]) => void): View<string> {
  const root = element('div', { class: 'report', 'aria-busy': 'true' });
  let shown: string | undefined;
  return {
    element: root,
    update(address) {
      if (address === shown) return;
      shown = address;
      void load(root, address).then(() => onLoaded([...root.querySelectorAll<HTMLElement>('section[id]')]));
    },
  };
}

async function load(root: HTMLElement, address: string): Promise<void> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.statusText);
    // Written by this extension, every text in it escaped; and the page's policy lets no script of it run.
    const body = new DOMParser().parseFromString(await response.text(), 'text/html').body;
    root.replaceChildren(...body.childNodes);
  } catch {
    root.replaceChildren(
      element(
        'p',
        { class: 'warning' },
        l10n.t('The report cannot be loaded any more. Refit the export again.'),
      ),
    );
  } finally {
    root.setAttribute('aria-busy', 'false');
  }
}
