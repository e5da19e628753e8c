// What stands in a card, an export or a model file is text in every panel, in a real browser under the panel's own policy.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCard } from '../../src/core/card/card';
import { paperModel } from '../../src/core/glm/paper-model';
import { judgeUnit } from '../../src/core/judgement/judgement';
import { panelCard } from '../../src/core/prediction/panel-card';
import { panelComparison } from '../../src/core/prediction/panel-comparison';
import { panelModel } from '../../src/core/prediction/panel-model';
import type { PanelState } from '../../src/core/prediction/panel-state';
import { predictCard } from '../../src/core/prediction/predict-card';
import { compareModels } from '../../src/core/refit/panel-comparison';
import type { RefitPanelState } from '../../src/core/refit/panel-protocol';
import { refitReport } from '../../src/core/refit/report/report';
import type { WorkspaceState } from '../../src/core/workspace/panel-protocol';
import { workspaceState } from '../../src/core/workspace/workspace-state';
import { refit } from '../../src/node/export/refit-export';
import { launchBrowser } from '../host/browser';
import { tabled } from '../unit/core/workspace/checked-cards';
import { fileWith, smallExport, toCsv } from '../unit/node/export/small-export';

const PROJECT = join(import.meta.dirname, '..', '..');
const MARKUP = `"'><img src=x onerror="owned=1"></script><script>owned=1</script><svg onload="owned=1"><a href="javascript:owned=1">x</a>`;
const ADDRESS = 'http://panel.example';

/** The policy that the panels have, with this page's address for VS Code's. */
function policy(nonce: string): string {
  const source = readFileSync(join(PROJECT, 'src/vscode/panels/panel-page.ts'), 'utf8');
  const parts = [...source.matchAll(/["`]((?:default|style|script|connect)-src [^"`]+)["`]/g)].map(
    ([, part = '']) => part,
  );
  expect(parts).toHaveLength(4);
  return parts.join('; ').replaceAll('${webview.cspSource}', ADDRESS).replaceAll('${nonce}', nonce);
}

const card = readCard(`---
license: ${JSON.stringify(MARKUP)}
pipeline_tag: ${JSON.stringify(MARKUP)}
co2_eq_emissions:
  emissions: 1.71
  source: ${JSON.stringify(`CodeCarbon ${MARKUP}`)}
  hardware_used: ${JSON.stringify(`1 x NVIDIA A10G ${MARKUP}`)}
  geographical_location: ${JSON.stringify(MARKUP)}
---
Training emitted 1.71 kg of CO2eq ${MARKUP} and took 14.5 hours. 7B parameters ${MARKUP}.
`);
const model = {
  ...paperModel,
  provenance: { ...paperModel.provenance, title: MARKUP, source: MARKUP, notes: [MARKUP] },
};

function predictState(): PanelState {
  const gathered = predictCard(model, { card, repositoryName: MARKUP });
  const shown = panelCard({
    card,
    name: MARKUP,
    model,
    gathered,
    whatIf: { likes: MARKUP, parameters: MARKUP },
    judgement: judgeUnit(card, {}),
    hasFolder: true,
    editable: true,
  });
  const compared = { model, prediction: gathered.prediction };
  return {
    notice: MARKUP,
    card: shown.card,
    model: panelModel({ model, file: MARKUP }, MARKUP),
    comparison: panelComparison(compared, compared),
  };
}

function tableState(): WorkspaceState {
  const tally = { datasets: 1, spaces: 1, plain: 1, files: 2, seen: 1, most: 1 };
  return workspaceState([tabled(MARKUP, card.text), tabled(`b ${MARKUP}`, 'a\0b')], tally);
}

function refitState(): RefitPanelState {
  return {
    title: MARKUP,
    report: `${ADDRESS}/report.html`,
    decision: { kind: 'unusable', reason: MARKUP },
    models: compareModels(paperModel, model),
    cards: {
      rows: [{ name: MARKUP, declared: MARKUP, texts: [MARKUP, MARKUP], change: MARKUP }],
      note: MARKUP,
    },
  };
}

/** The state, and as many more as it has texts, each with markup in another one of them. */
function withMarkup(state: object): unknown[] {
  const states: unknown[] = [state];
  const visit = (value: unknown, replace: (put: unknown) => unknown): void => {
    if (typeof value === 'string') states.push(replace(value + MARKUP));
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
      visit(inner, (put) =>
        replace(Array.isArray(value) ? value.with(Number(key), put) : { ...value, [key]: put }),
      );
    }
  };
  visit(state, (put) => put);
  return states;
}

async function hostileReport(): Promise<string> {
  const names = { pipeline_tag: MARKUP, org_type: MARKUP, card_text: MARKUP };
  const records = smallExport().map((record, at) => ({
    ...record,
    ...(at % 3 === 0 ? names : {}),
    model_id: `${MARKUP}${at}`,
    ...(at % 9 === 0 ? { parameters: MARKUP } : {}),
  }));
  const file = fileWith(`${MARKUP.replaceAll('/', '')}.csv`, toCsv(records));
  const { refit: result, source } = await refit([file], { quantilePlots: true, validation: true });
  return refitReport(source, result, new Date(0));
}

/** A page of the extension, and what it did that nobody asked it to. */
async function openPage(
  browser: Browser,
  name: string,
  report = '',
): Promise<{ page: Page; troubles: string[] }> {
  const { outputFiles } = await build({
    entryPoints: [join(PROJECT, 'src/webview', name, 'index.ts')],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${ADDRESS}/`)) troubles.push(`request: ${request.url()}`);
  });
  const html = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy('n')}"><body><script nonce="n">var acquireVsCodeApi = () => ({ postMessage() {}, setState() {}, getState() {} });</script><script nonce="n" src="${ADDRESS}/page.js"></script>`;
  await page.route(`${ADDRESS}/**`, (route) => {
    const file = new URL(route.request().url()).pathname;
    if (file === '/page.js')
      return route.fulfill({ contentType: 'text/javascript', body: outputFiles[0]?.text ?? '' });
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: file === '/report.html' ? report : html,
    });
  });
  await page.goto(`${ADDRESS}/`);
  return { page, troubles };
}

/** Runs in the page: shows each state in turn, and looks for elements that markup has made. */
const SHOW_ALL = `(all, markup) => {
  const made = new Set();
  let read = 0;
  for (const state of all) {
    window.dispatchEvent(new MessageEvent('message', { data: { type: 'state', state, memory: {} } }));
    const forbidden = 'img, iframe, object, embed, form, script:not([nonce]), [onerror], [onload], [href^="javascript:"]';
    for (const node of document.body.querySelectorAll(forbidden)) made.add(node.outerHTML);
    if (document.body.innerText.includes(markup.slice(0, 20))) read += 1;
  }
  if ('owned' in window) made.add('a script ran');
  return { made: [...made], read };
}`;

/** Shows each state. Returns elements that markup has made, and in how many states it is to be read as text. */
function showAll(page: Page, states: readonly unknown[]): Promise<{ made: string[]; read: number }> {
  return page.evaluate(`(${SHOW_ALL})(${JSON.stringify(states)}, ${JSON.stringify(MARKUP)})`);
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('markup in any text of a panel is shown, and makes nothing', () => {
  test.each<[string, () => object]>([
    ['predict', predictState],
    ['workspace', tableState],
    ['refit', refitState],
  ])('%s', async (name, state) => {
    const { page, troubles } = await openPage(browser, name);
    const states = withMarkup(state());
    const { made, read } = await showAll(page, states);
    expect(made).toEqual([]);
    expect(read, 'states that show the markup as text').toBeGreaterThan(states.length / 2);
    expect(troubles).toEqual([]);
  });

  test('the report of a refit', async () => {
    const { page, troubles } = await openPage(browser, 'refit', await hostileReport());
    await showAll(page, [refitState()]);
    await page.locator('.report section[id]').first().waitFor();
    const { made, read } = await showAll(page, [refitState()]);
    expect(made).toEqual([]);
    expect(read).toBe(1);
    expect(await page.locator('.report').innerText()).toContain('<img src=x onerror=');
    expect(troubles.filter((trouble) => !trouble.includes('inline style'))).toEqual([]);
  });
});

test('the check sees markup that is not escaped', async () => {
  const { page } = await openPage(browser, 'predict');
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(`<p>${MARKUP}</p>`)})`);
  expect((await showAll(page, [predictState()])).made.join()).toContain('<img');
});
