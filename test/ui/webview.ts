import axe, { type AxeResults } from 'axe-core';
import type { FrameLocator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The page of the panel that is shown: it lies in two frames. */
export function panelIn({ page }: Workbench): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** What keeps people with other eyes and hands out, as axe sees it. */
export async function barriers(panel: FrameLocator): Promise<string[]> {
  const body = panel.locator('body');
  await body.evaluate(axe.source);
  const { passes, violations }: AxeResults = await body.evaluate('axe.run()');
  if (passes.length === 0) throw new Error('axe has looked at nothing.');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
}

/** Chooses a colour theme by keyboard, as the user does; in high contrast a window cannot be opened by its setting. */
export async function chooseTheme({ page }: Workbench, name: string): Promise<void> {
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+T');
  await rows.filter({ hasText: 'Modern' }).first().waitFor();
  await page.keyboard.type(name);
  await rows.filter({ hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
}
