import type { FromWorkspacePanel, ToWorkspacePanel } from '../../core/workspace/panel-protocol';
import { readSorting } from '../../core/workspace/sort-rows';
import { readTexts } from '../texts';
import { page } from './page';

/** What VS Code gives to the script of a webview, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromWorkspacePanel): void;
  getState(): unknown;
  setState(state: unknown): void;
};

readTexts();

const editor = acquireVsCodeApi();

const shown = page({
  send: (message) => editor.postMessage(message),
  // The order outlives a reload; the cards are checked anew.
  sorting: readSorting(editor.getState()),
  onSort: (sorting) => editor.setState(sorting),
});

window.addEventListener('message', ({ data }: MessageEvent<ToWorkspacePanel>) => {
  switch (data.type) {
    case 'checking':
      shown.showProgress(data);
      break;
    case 'state':
      shown.update(data.state);
      break;
    case 'outdated':
      shown.setOutdated();
      break;
    case 'done':
      shown.say(data.text);
      break;
  }
});

document.body.append(shown.element);
// Only a page that has a state is brought back after a reload.
editor.setState(readSorting(editor.getState()));
editor.postMessage({ type: 'ready' });
