// Takes the pictures of media/walkthrough from the real workbench with the sample cards, or some of them:
//   npm run generate:walkthrough -- [card] [kilograms] [prediction] [workspace]
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../host/project';
import { smallerPng } from './smaller-png';
import { ServedWorkbench } from '../ui/served-workbench';
import type { Workbench } from '../ui/workbench';

const folder = join(projectRoot, 'media/walkthrough');
const size = { width: 760, height: 480 };
const card = 'kilograms/README.md';

/** Nothing but the editor. */
const bare = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

/** What each picture shows. */
const scenes: Readonly<Record<string, (workbench: Workbench) => Promise<void>>> = {
  async card(workbench) {
    await workbench.commandPalette('Model Card CO₂: New model card');
    await workbench.waitForText('Name of the model');
  },
  async kilograms(workbench) {
    await openCard(workbench);
    await workbench.nextProblem();
    await workbench.page.keyboard.press('Escape');
    await workbench.quickFixes();
  },
  async prediction(workbench) {
    await openCard(workbench);
    await workbench.commandPalette('Model Card CO₂: Predict emissions');
    await workbench.page.locator('.tab.active', { hasText: /predict/i }).waitFor();
    await workbench.page.setViewportSize({ ...size, width: 2 * size.width });
  },
  async workspace(workbench) {
    await workbench.commandPalette('Model Card CO₂: Check all model cards');
    const panel = workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await panel.getByText('emissions-kilograms').first().waitFor();
  },
};

async function openCard(workbench: Workbench): Promise<void> {
  await workbench.openCard(card);
  await workbench.waitForSquiggle('warning');
  await workbench.waitForText('predicted');
}

const wanted = process.argv.slice(2);
const chosen = Object.entries(scenes).filter(([name]) => wanted.length === 0 || wanted.includes(name));
await mkdir(folder, { recursive: true });
const vscode = await ServedWorkbench.start();
try {
  for (const theme of ['light', 'dark'] as const) {
    for (const [name, show] of chosen) {
      const workbench = await vscode.open({ theme, settings: bare });
      await workbench.page.keyboard.press('Control+B');
      await workbench.page.setViewportSize(size);
      await show(workbench);
      await workbench.stillPicture();
      // The last group of editors: the panel without the card beside it.
      const group = workbench.page.locator('.editor-group-container').last();
      await writeFile(join(folder, `${name}-${theme}.png`), await smallerPng(await group.screenshot()));
      await workbench.close();
    }
  }
} finally {
  await vscode.stop();
}
