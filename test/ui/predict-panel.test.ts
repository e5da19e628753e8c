import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import paper from '../../src/core/glm/paper.json';
import { themes } from '../host/themes';
import { openWindow } from './refit-window';
import { ServedWorkbench } from './served-workbench';
import { barriers, chooseTheme, panelIn } from './webview';
import type { Workbench } from './workbench';

let vscode: ServedWorkbench;
beforeAll(async () => {
  vscode = await ServedWorkbench.start();
});
afterAll(() => vscode.stop());

async function openPanel(workbench: Workbench): Promise<FrameLocator> {
  await workbench.commandPalette('Model Card CO₂: Predict emissions');
  const panel = panelIn(workbench);
  await panel.locator('h1').waitFor();
  return panel;
}

async function headline(panel: FrameLocator, text: string | RegExp): Promise<string> {
  const title = panel.locator('h1', { hasText: text });
  await title.waitFor();
  return title.innerText();
}

/**
 * Moves the focus with Tab until it is on the element. What stands in a field is selected then. Control+A would select it as
 * well, but VS Code does that a second time, when the key has come through its own bindings, and then selects what has been
 * typed since.
 */
async function tabTo(workbench: Workbench, panel: FrameLocator, selector: string): Promise<void> {
  for (let step = 0; step < 30; step++) {
    if ((await panel.locator(`${selector}:focus`).count()) > 0) return;
    await workbench.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

test('values are changed and reset by keyboard alone, and survive a reload and the end of the card', async () => {
  const workbench = await openWindow(vscode, {});
  await workbench.openCard('kilograms/README.md');
  await workbench.waitForText('predicted');
  const panel = await openPanel(workbench);
  const before = await headline(panel, /^≈ .* predicted$/);

  await tabTo(workbench, panel, '#field-parameters');
  await workbench.page.keyboard.type('7B');
  const larger = await headline(panel, /^≈ (?!4\.2 g)/);
  expect(larger).not.toBe(before);
  expect(await panel.locator('.field', { hasText: 'Parameters' }).innerText()).toContain(
    'what you typed here',
  );

  await workbench.commandPalette('Developer: Reload Window');
  await panel.locator('h1').waitFor({ state: 'detached' });
  // As for a new window: on a busy machine it takes longer than anything that is done in one.
  await workbench.waitUntilReady(themes.light.className);
  expect(await headline(panelIn(workbench), /^≈/)).toBe(larger);

  const restored = panelIn(workbench);
  await restored.locator('#field-parameters').focus();
  await tabTo(workbench, restored, 'button:text("Reset")');
  await workbench.page.keyboard.press('Enter');
  expect(await headline(restored, before)).toBe(before);

  await rm(join(workbench.folder, 'kilograms/README.md'));
  await restored.locator('.warning', { hasText: 'not there any more' }).waitFor();
  expect(await headline(restored, before)).toBe(before);
  expect(await restored.locator('button', { hasText: 'Insert' }).isDisabled()).toBe(true);
  await workbench.close();
});

test('the panel has no barrier in light, dark and high-contrast themes', async () => {
  const workbench = await vscode.open({ card: 'kilograms/README.md' });
  const panel = await openPanel(workbench);
  await headline(panel, /^≈/);
  await panel.locator('summary').click();
  for (const [theme, kind] of [
    ['Light Modern', 'vscode-light'],
    ['Dark Modern', 'vscode-dark'],
    ['Dark High Contrast', 'vscode-high-contrast'],
    ['Light High Contrast', 'vscode-high-contrast-light'],
  ] as const) {
    await chooseTheme(workbench, theme);
    await panel.locator(`body.${kind}`).waitFor();
    await workbench.screenshot(`predict-panel-${kind}`);
    expect(await barriers(panel), theme).toEqual([]);
  }
  await workbench.close();
});

test('a missing size is asked for, and kept in the settings on request', async () => {
  const workbench = await vscode.open({ card: 'with-unit/README.md' });
  await workbench.waitForText('set the model');
  const panel = await openPanel(workbench);
  expect(await headline(panel, 'No prediction')).toBe('No prediction yet');
  await panel.locator('#field-parameters:focus').waitFor();
  expect(await barriers(panel)).toEqual([]);

  await workbench.page.keyboard.type('86M');
  await headline(panel, /^≈/);
  await tabTo(workbench, panel, 'button:text("Keep this size")');
  await workbench.page.keyboard.press('Enter');
  await panel.locator('[role=status]', { hasText: 'Kept 86M' }).waitFor();
  const settings = await readFile(join(workbench.folder, '.vscode/settings.json'), 'utf8');
  expect(JSON.parse(settings)).toEqual({ 'modelCardCo2.predictors.parameters': '86M' });
  await workbench.waitForText('predicted');
  await workbench.close();
});

test('an estimate goes into the card, marked as one, and replaces another only after a question', async () => {
  const workbench = await vscode.open({ card: 'no-emissions/README.md' });
  const panel = await openPanel(workbench);
  await headline(panel, /^≈/);
  await tabTo(workbench, panel, 'button:text("Insert into card")');
  await workbench.page.keyboard.press('Enter');
  await panel.locator('[role=status]', { hasText: 'Inserted' }).waitFor();
  await workbench.waitForText('Estimated');
  await workbench.screenshot('predict-panel-inserted');

  await tabTo(workbench, panel, '#field-commits');
  await workbench.page.keyboard.type('40');
  const before = await workbench.visibleText();
  await panel.locator('button', { hasText: 'Insert' }).press('Enter');
  const question = workbench.page.locator('.monaco-dialog-box');
  await question.waitFor();
  expect(await question.innerText()).toMatch(/emissions: [\d.]+ becomes [\d.]+/);
  expect(await workbench.visibleText()).toBe(before);
  await workbench.page.keyboard.press('Enter');
  await question.waitFor({ state: 'detached' });
  await expect.poll(() => workbench.visibleText()).not.toBe(before);
  await workbench.close();
});

test('models are chosen from a list and compared on the card', async () => {
  const settings = { 'modelCardCo2.model': 'refit.json' };
  const workbench = await vscode.open({ card: 'kilograms/README.md', settings });
  const terms = paper.terms.map((term, i) => (i === 0 ? { ...term, coefficient: -5 } : term));
  await writeFile(
    join(workbench.folder, 'refit.json'),
    JSON.stringify({ ...paper, title: 'Our refit', terms }),
  );
  const panel = await openPanel(workbench);
  await panel.locator('.model-title', { hasText: 'Our refit' }).waitFor();

  await workbench.commandPalette('Model Card CO₂: Choose emissions model');
  const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: 'The Hidden AI Race' }).first().waitFor();
  expect(await rows.filter({ hasText: 'Our refit' }).innerText()).toContain('This card: ≈');
  await workbench.screenshot('choose-model');
  await workbench.page.keyboard.press('Escape');

  await panel.locator('button', { hasText: 'Compare with' }).press('Enter');
  await workbench.page.locator('.quick-input-title', { hasText: 'Compare emissions models' }).waitFor();
  await workbench.page.locator('.quick-input-list .focused', { hasText: 'The Hidden AI Race' }).waitFor();
  await workbench.page.keyboard.press('Enter');
  const comparison = panel.locator('#comparison');
  await comparison.locator('h2:focus').waitFor();
  // exp(6.0102 − 5) ≈ 2.7
  expect(await comparison.innerText()).toContain('predicts 2.7 times less than the model in use');
  expect(await barriers(panel)).toEqual([]);
  await workbench.screenshot('compare-models');
  await workbench.close();
});
