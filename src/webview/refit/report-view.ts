import * as l10n from '@vscode/l10n';
import { element, type View } from '../element';

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
      root.setAttribute('aria-busy', 'true');
      void bodyAt(address).then((parts) => {
        // Another refit may have ended meanwhile.
        if (address !== shown) return;
        root.replaceChildren(...parts);
        // What was scrolled to was of another report.
        window.scrollTo(0, 0);
        root.setAttribute('aria-busy', 'false');
        onLoaded([...root.querySelectorAll<HTMLElement>('section[id]')]);
      });
    },
  };
}

async function bodyAt(address: string): Promise<readonly Node[]> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.statusText);
    // Written by this extension, every text in it escaped; and the page's policy lets no script of it run.
    return [...new DOMParser().parseFromString(await response.text(), 'text/html').body.childNodes];
  } catch {
    const words = l10n.t('The report cannot be loaded any more. Refit the export again.');
    return [element('p', { class: 'warning' }, words)];
  }
}
