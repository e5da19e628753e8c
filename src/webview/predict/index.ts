import type { FromPanel, ToPanel } from '../../core/prediction/panel-protocol';
import { page } from './page';

/** What VS Code gives to the script of a webview, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  setState(state: unknown): void;
};

const editor = acquireVsCodeApi();

/** Whether the author did something whose result should be read out. */
let awaited = false;

const shown = page((message) => {
  awaited = message.type === 'change' || (message.type === 'action' && message.action === 'reset');
  editor.postMessage(message);
});

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case 'state':
      shown.update(data.state);
      // VS Code hands this back to the editor when the window is reloaded.
      editor.setState(data.memory);
      shown.say(awaited ? (data.state.card?.estimate?.range ?? '') : '');
      awaited = false;
      break;
    case 'working':
    case 'done':
      shown.say(data.text);
      break;
    case 'reveal':
      shown.reveal(data.section);
      break;
  }
});

document.body.append(shown.element);
editor.postMessage({ type: 'ready' });
