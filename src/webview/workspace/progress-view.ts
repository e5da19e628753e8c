import { button, element, type View } from '../predict/element';
import type { Send } from './send';

/** How far a check is. */
export interface Progress {
  readonly seen: number;
  readonly files: number;
}

/** A bar while cards are checked, with a way to end it; nothing where none are. */
export function progressView(send: Send): View<Progress | undefined> {
  const bar = element('progress', { 'aria-label': 'Cards checked' });
  const words = element('span', { class: 'quiet' }, 'Looking for model cards …');
  const cancel = button('Cancel', () => send({ type: 'action', action: 'cancel' }));
  const root = element('p', { class: 'progress' }, bar, words, cancel);
  return {
    element: root,
    update(progress) {
      root.hidden = progress === undefined;
      if (progress === undefined || progress.files === 0) return;
      bar.max = progress.files;
      bar.value = progress.seen;
      const [seen, files] = [progress.seen, progress.files].map((count) => count.toLocaleString('en-US'));
      words.textContent = `${seen} of ${files} files checked`;
    },
  };
}
