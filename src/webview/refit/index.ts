import { PLOT_STYLE } from '../../core/refit/plots/svg';
import { REPORT_LAYOUT } from '../../core/refit/report/style';
import type { FromRefitPanel, ToRefitPanel } from '../../core/refit/panel-protocol';
import { readTexts } from '../texts';
import { page } from './page';

/** What VS Code gives to the script of a webview, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromRefitPanel): void;
  setState(state: unknown): void;
};

readTexts();

const editor = acquireVsCodeApi();
const shown = page((message) => editor.postMessage(message));

// The report's own style, before the panel's, which brings the colours of the theme.
const style = new CSSStyleSheet();
style.replaceSync(REPORT_LAYOUT + PLOT_STYLE);
document.adoptedStyleSheets = [style];

window.addEventListener('message', ({ data }: MessageEvent<ToRefitPanel>) => {
  switch (data.type) {
    case 'state':
      shown.update(data.state);
      // VS Code hands this back to the editor when the window is reloaded.
      editor.setState(data.memory);
      break;
    case 'cards':
      shown.showCards(data.cards);
      break;
    case 'done':
      shown.say(data.text);
      break;
  }
});

document.body.append(shown.element);
editor.postMessage({ type: 'ready' });
