import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../host/project';
import { largeExport } from '../refit/large-export';
import { keepPicture, refit, showTab } from './refit-window';
import { ServedWorkbench } from './served-workbench';
import { barriers, chooseTheme, panelIn } from './webview';
import type { Workbench } from './workbench';

/** The synthetic export where it is here, else a made-up one: what is looked at is the page, not the figures. */
const REFERENCE = join(projectRoot, '../shared/data/exports/synthetic_export.csv');

const WINDOW = { width: 1400, height: 900 };

let vscode: ServedWorkbench;
let workbench: Workbench;
let folder: string;
let panel: FrameLocator;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-card-refit-'));
  const hub = join(folder, 'hub.csv');
  await largeExport(hub, 900);
  vscode = await ServedWorkbench.start();
  workbench = await vscode.open({ card: 'kilograms/README.md' });
  panel = await refit(workbench, existsSync(REFERENCE) ? REFERENCE : hub);
  await panel.locator('#cards', { hasText: '4 cards of this workspace' }).waitFor();
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A picture of the whole report: the window grows to what the page needs. */
async function wholePicture(name: string): Promise<void> {
  const height = Number(await panel.locator('body').evaluate('document.documentElement.scrollHeight'));
  await workbench.page.setViewportSize({ ...WINDOW, height: height + 150 });
  await workbench.screenshot(name);
  await workbench.page.setViewportSize(WINDOW);
}

test.each([
  ['light', 'Light Modern', 'vscode-light'],
  ['dark', 'Dark Modern', 'vscode-dark'],
  ['contrast', 'Dark High Contrast', 'vscode-high-contrast'],
  ['light-contrast', 'Light High Contrast', 'vscode-high-contrast-light'],
])('the report and every plot in %s, without a barrier', async (name, theme, kind) => {
  keepPicture(workbench);
  await chooseTheme(workbench, theme);
  await panel.locator(`body.${kind}`).waitFor();
  await wholePicture(`refit-report-${name}`);
  for (const [at, figure] of (await panel.locator('figure').all()).entries()) {
    await figure.screenshot({ path: join(projectRoot, `out/screenshots/refit-plot-${at + 1}-${name}.png`) });
  }
  expect(await barriers(panel)).toEqual([]);
  // A plot is a picture to a screen reader: it has a name, and its texts stand on its ground.
  for (const plot of await panel.locator('figure svg').all()) {
    expect(await plot.getAttribute('aria-label')).toMatch(/.\. ./);
  }
});

test('by keyboard alone: the decision, what to save, the sections, the rows behind a reason, a card', async () => {
  keepPicture(workbench);
  const { keyboard } = workbench.page;
  await chooseTheme(workbench, 'Light Modern');
  await showTab(workbench, 'Refit from');
  await panel.locator('h1').focus();
  const seen: string[] = [];
  for (let step = 0; step < 40 && !seen.includes('grams/README.md'); step++) {
    await keyboard.press('Tab');
    seen.push((await panel.locator(':focus').innerText()).trim());
  }
  expect(seen.slice(0, 7)).toEqual([
    'Use this model…',
    'Discard',
    'HTML',
    'Markdown',
    'Plots (SVG)',
    'Tables (CSV)',
    'Model file',
  ]);
  expect(seen).toContain('Coefficients');

  await panel.getByRole('link', { name: 'Rows that were dropped' }).focus();
  await keyboard.press('Enter');
  await expect.poll(() => isInSight('#rows-that-were-dropped h2')).toBe(true);
  const [reason] = await panel.locator('#rows-that-were-dropped summary').all();
  await reason?.focus();
  await keyboard.press('Enter');
  await panel.locator('#rows-that-were-dropped details[open]', { hasText: 'Row numbers' }).waitFor();
  await workbench.screenshot('refit-dropped-rows');

  await panel.locator('#cards button', { hasText: 'grams/README.md' }).first().focus();
  await keyboard.press('Enter');
  await workbench.page.locator('.tab.active[data-resource-name="README.md"]').waitFor();
});

/** Whether something is on screen, below the header that stays. */
async function isInSight(selector: string): Promise<boolean> {
  const header = await panel.locator('header').boundingBox();
  const box = await panel.locator(selector).boundingBox();
  if (header === null || box === null) return false;
  return box.y >= header.y + header.height - 1 && box.y < WINDOW.height;
}

test('large data is thinned for drawing, and the plots say so', async () => {
  keepPicture(workbench);
  const large = join(folder, 'large.csv');
  await largeExport(large, 100_000);
  panel = await refit(workbench, large);
  const captions = await panel.locator('figcaption').allInnerTexts();
  const thinned = captions.filter((text) => /Drawn are [\d,]+ of [\d,]+ points\./.test(text));
  expect(thinned).toHaveLength(5);
  const most =
    "Math.max(...[...document.querySelectorAll('figure svg')].map((plot) => plot.childElementCount))";
  expect(Number(await panel.locator('body').evaluate(most))).toBeLessThan(6000);
  await wholePicture('refit-report-thinned');
});

test('in a narrow group beside the card nothing is cut off', async () => {
  keepPicture(workbench);
  await workbench.page.setViewportSize({ width: 760, height: 900 });
  panel = panelIn(workbench);
  const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(Number(await panel.locator('body').evaluate(over))).toBeLessThanOrEqual(0);
  await workbench.screenshot('refit-narrow');
  await workbench.page.setViewportSize(WINDOW);
});
