import * as l10n from '@vscode/l10n';
import type { FromPanel, ToPanel } from '../../core/prediction/panel-protocol';
import type { PanelState } from '../../core/prediction/panel-state';
import { readTexts } from '../texts';
import { page } from './page';

/** What VS Code gives to the script of a webview, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  setState(state: unknown): void;
};

readTexts();

const editor = acquireVsCodeApi();

/** Whether the author changed a value, so that the outcome should be read out. */
let isAwaited = false;
let isWorking = false;

const shown = page((message) => {
  isAwaited ||= message.type === 'change' || (message.type === 'action' && message.action === 'reset');
  editor.postMessage(message);
});

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  switch (data.type) {
    case 'state':
      shown.update(data.state);
      // VS Code hands this back to the editor when the window is reloaded.
      editor.setState(data.memory);
      if (isAwaited) shown.say(outcomeOf(data.state));
      else if (isWorking) shown.say('');
      isAwaited = isWorking = false;
      break;
    case 'working':
      isWorking = true;
      shown.say(data.text);
      break;
    case 'done':
      shown.say(data.text);
      break;
    case 'reveal':
      shown.reveal(data.section);
      break;
  }
});

function outcomeOf({ card }: PanelState): string {
  return card?.estimate ? l10n.t('{0} predicted', card.estimate.headline) : (card?.missing[0] ?? '');
}

document.body.append(shown.element);
editor.postMessage({ type: 'ready' });
