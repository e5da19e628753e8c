import * as l10n from '@vscode/l10n';
import { button, element, type View } from '../element';
import type { Send } from './send';
import { grouped } from '../../core/quantity/grouped';

/** How far a check is. */
export interface Progress {
  readonly seen: number;
  readonly files: number;
}

/** A bar while cards are checked, with a way to end it; nothing where none are. */
export function progressView(send: Send): View<Progress | undefined> {
  const bar = element('progress', { 'aria-label': l10n.t('Cards checked') });
  const words = element('span', { class: 'quiet' }, l10n.t('Looking for model cards …'));
  const cancel = button(l10n.t('Cancel'), () => send({ type: 'action', action: 'cancel' }));
  const root = element('p', { class: 'progress' }, bar, words, cancel);
  return {
    element: root,
    update(progress) {
      root.hidden = progress === undefined;
      if (progress === undefined || progress.files === 0) return;
      bar.max = progress.files;
      bar.value = progress.seen;
      words.textContent =
        progress.files === 1
          ? l10n.t('{0} of 1 file checked', grouped(progress.seen))
          : l10n.t('{0} of {1} files checked', grouped(progress.seen), grouped(progress.files));
    },
  };
}
