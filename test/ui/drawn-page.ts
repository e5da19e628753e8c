import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Texts } from '../generate/text-bundles';
import { projectRoot } from '../host/project';

/** What is told to a page and served to it. */
export interface Drawing {
  /** Texts in the page's language; English without. */
  readonly texts?: Texts;
  readonly messages: readonly object[];
  /** What the page fetches from `/report`. */
  readonly report?: string;
  readonly width?: number;
}

/** Colours as VS Code's dark theme gives them; without, pages would be black on black. */
const THEME = `:root { --vscode-foreground: #ccc; --vscode-editor-background: #1f1f1f; --vscode-button-background: #0078d4;
  --vscode-button-foreground: #fff; --vscode-button-secondaryBackground: #313131; --vscode-button-secondaryForeground: #ccc;
  --vscode-input-background: #313131; --vscode-input-foreground: #ccc; --vscode-charts-blue: #3794ff;
  --vscode-charts-red: #f48771; --vscode-descriptionForeground: #9d9d9d; --vscode-textLink-foreground: #4daafc;
  --vscode-font-family: sans-serif; --vscode-font-size: 13px; }
  body { background: #1f1f1f; color: #ccc; font: 13px sans-serif; }`;

const ADDRESS = 'https://page.test/';

/** Draws a page of the extension as it was bundled, without an editor around it. */
export async function drawPage(browser: Browser, name: string, drawing: Drawing): Promise<Page> {
  const { texts, messages, report = '', width = 900 } = drawing;
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const file = (...path: string[]): string => readFileSync(join(projectRoot, ...path), 'utf8');
  const data =
    texts === undefined
      ? ''
      : `<script type="application/json" id="texts">${JSON.stringify(texts).replaceAll('<', '\\u003c')}</script>`;
  const html = `<!doctype html><html><head><meta charset="utf-8"><style>${THEME}</style>
    <style>${file('media', 'panel.css')}${file('media', `${name}-panel.css`)}</style></head><body>${data}
    <script>globalThis.acquireVsCodeApi = () => ({ postMessage() {}, setState() {}, getState() {} });</script>
    <script src="/page.js"></script></body></html>`;
  const served: Readonly<Record<string, string>> = {
    '/': html,
    '/report': report,
    '/page.js': file('dist', 'webview', `${name}.js`),
  };
  await page.route(`${ADDRESS}**`, (route) =>
    route.fulfill({
      body: served[new URL(route.request().url()).pathname] ?? '',
      contentType: route.request().url().endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8',
    }),
  );
  await page.goto(ADDRESS);
  for (const message of messages) await tell(page, message);
  if (report !== '') await page.waitForSelector('.report section');
  return page;
}

/** Sends a message to a page, as the editor does. */
export async function tell(page: Page, message: object): Promise<void> {
  await page.evaluate(
    `window.dispatchEvent(new MessageEvent('message', { data: ${JSON.stringify(message)} }))`,
  );
}

/** Every text on a page that someone may read or hear: what stands there, and what attributes say. */
export function textsOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const found = [];
    for (const element of document.body.querySelectorAll('*:not(script, style)')) {
      for (const name of ['aria-label', 'title']) found.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent);
    }
    return found.map((text) => text.trim()).filter((text) => text !== '');
  })()`);
}

/** What sticks out of the page to the right, by its tag, class and text. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const limit = document.documentElement.clientWidth + 1;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.closest('.scroll, pre, svg') === null)
      .filter((element) => element.getBoundingClientRect().right > limit)
      .map(({ tagName, className, textContent }) => tagName + '.' + className + ': ' + textContent.slice(0, 60));
  })()`);
}
