import { element } from './element';

/** How long a word in passing stays. */
const SAID_FOR_MS = 6000;

/** The line at which a page says something in passing, to eyes and to screen readers. */
export interface StatusLine {
  readonly element: HTMLElement;
  /** Says something instead of what was said before; an empty text takes that away. */
  say(text: string): void;
}

export function statusLine(): StatusLine {
  const line = element('p', { class: 'status', role: 'status' });
  let forgetting: number | undefined;
  return {
    element: line,
    say(text) {
      line.textContent = text;
      clearTimeout(forgetting);
      forgetting = window.setTimeout(() => (line.textContent = ''), SAID_FOR_MS);
    },
  };
}
