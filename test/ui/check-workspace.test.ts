import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nameFile } from './refit-window';
import { ServedWorkbench } from './served-workbench';
import { barriers, chooseTheme, panelIn } from './webview';
import type { Workbench } from './workbench';

/** A workspace with one card of every sort that the table has to deal with. */
const CARDS: Readonly<Record<string, string | Uint8Array>> = {
  'harbour-sentiment/README.md': card(
    '  emissions: 1.71\n  source: CodeCarbon',
    'Training emitted 1.71 kg of CO2eq.',
  ),
  'harbour-topics/README.md': card(
    '  emissions: 0.62\n  source: CodeCarbon',
    'Training emitted 0.62 kg of CO2eq.',
  ),
  'tide-tables/README.md': card('  emissions: "0.42 kg"\n  training_type: pretraining', 'A small decoder.'),
  'fog-horn/README.md': card('  emissions: "17 g"\n  training_type: finetuned', 'It listens.'),
  'recipes/README.md': card('  emissions: 12.84\n  source: codecarbon', 'Trained with 110M parameters.'),
  'no-emissions/README.md': '---\nlicense: mit\n---\n\n# Nothing declared\n',
  'reviews/README.md': '---\ntask_categories:\n- text-classification\n---\n\n# A dataset\n',
  'demo/README.md': '---\nsdk: gradio\n---\n\n# A Space\n',
  'tools/README.md': '# Tools\n',
  'old/README.md': Uint8Array.of(0x2d, 0x2d, 0x2d, 0x0a, 0xe9, 0x0a),
};

function card(emissions: string, text: string): string {
  return `---\nlicense: mit\nlibrary_name: transformers\npipeline_tag: text-classification\nco2_eq_emissions:\n${emissions}\n---\n\n# A model\n\n${text}\n`;
}

async function folderWith(files: typeof CARDS): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'model-cards-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

let vscode: ServedWorkbench;
let folder: string;
beforeAll(async () => {
  [vscode, folder] = await Promise.all([ServedWorkbench.start(), folderWith(CARDS)]);
});
afterAll(async () => {
  await vscode.stop();
  await rm(folder, { recursive: true, force: true });
});

async function openTable(workbench: Workbench): Promise<FrameLocator> {
  await workbench.commandPalette('Model Card CO₂: Check all model cards');
  const panel = panelIn(workbench);
  await panel.locator('tbody tr').first().waitFor();
  return panel;
}

/** The first words of each row. */
async function order(panel: FrameLocator): Promise<string[]> {
  const names = await panel.locator('tbody th').allInnerTexts();
  return names.map((name) => name.split('/')[0] ?? '');
}

test.each([
  ['light', 'Light High Contrast', 'vscode-high-contrast-light'],
  ['dark', 'Dark High Contrast', 'vscode-high-contrast'],
] as const)('the table has no barrier (%s, and its high contrast)', async (theme, contrast, kind) => {
  const workbench = await vscode.open({ folder, theme });
  const panel = await openTable(workbench);
  await workbench.screenshot(`check-workspace-${theme}`);
  expect(await barriers(panel)).toEqual([]);
  await chooseTheme(workbench, contrast);
  await panel.locator(`body.${kind}`).waitFor();
  await workbench.screenshot(`check-workspace-${theme}-contrast`);
  expect(await barriers(panel)).toEqual([]);
  await workbench.close();
});

test('by keyboard alone: the worst first, another order that outlives a reload, and to the line', async () => {
  const workbench = await vscode.open({ folder });
  const { keyboard } = workbench.page;
  const panel = await openTable(workbench);
  expect(await order(panel)).toEqual([
    'old',
    'fog-horn',
    'tide-tables',
    'harbour-sentiment',
    'harbour-topics',
    'recipes',
    'no-emissions',
  ]);

  await panel.locator('thead button', { hasText: 'Grams' }).focus();
  await keyboard.press('Enter');
  const byGrams = [
    'recipes',
    'fog-horn',
    'tide-tables',
    'harbour-topics',
    'harbour-sentiment',
    'no-emissions',
    'old',
  ];
  expect(await order(panel)).toEqual(byGrams);
  await workbench.commandPalette('Developer: Reload Window');
  await panel.locator('tbody tr').first().waitFor({ state: 'detached' });
  const restored = panelIn(workbench);
  await restored.locator('tbody tr').first().waitFor();
  expect(await order(restored)).toEqual(byGrams);

  await restored.locator('tbody button').first().focus();
  for (let row = 0; row < 3; row++) await keyboard.press('ArrowDown');
  expect(await restored.locator('tbody button:focus').innerText()).toBe('harbour-topics/README.md');
  await keyboard.press('Enter');
  await workbench.page.locator('.statusbar-item', { hasText: 'Ln 6, Col' }).waitFor();
  await workbench.waitForText('emissions: 0.62');
  await workbench.close();
});

test('safe fixes and kilograms are previewed, each by itself, and applied to what is ticked', async () => {
  const workbench = await vscode.open({ folder });
  const panel = await openTable(workbench);
  await panel.locator('button', { hasText: 'Apply the safe fixes of 2 cards' }).click();
  expect(await applyPreview(workbench, 'check-workspace-preview')).toBe(0);
  await panel.locator('h1', { hasText: '2 warnings' }).waitFor();
  expect(await emissionsIn(workbench, 'tide-tables')).toContain('  emissions: 420\n');
  expect(await emissionsIn(workbench, 'fog-horn')).toContain('  emissions: 17\n');
  expect(await emissionsIn(workbench, 'harbour-topics')).toContain('  emissions: 0.62\n');

  await panel.locator('button', { hasText: 'Convert the 2 numbers that look like kilograms' }).click();
  expect(await applyPreview(workbench, 'check-workspace-preview-kilograms')).toBe(2);
  await panel.locator('h1', { hasText: /^7 model cards: \d+ hints$/ }).waitFor();
  expect(await emissionsIn(workbench, 'harbour-topics')).toContain('  emissions: 620\n');
  expect(await emissionsIn(workbench, 'harbour-sentiment')).toContain('  emissions: 1710\n');
  await workbench.close();
});

test('a click on a finding goes to its line', async () => {
  const workbench = await vscode.open({ folder });
  const panel = await openTable(workbench);
  const row = panel.locator('tbody tr', { hasText: 'harbour-topics/README.md' });
  await row.locator('button.finding', { hasText: 'emissions-kilograms' }).click();
  await workbench.page.locator('.statusbar-item', { hasText: 'Ln 6, Col' }).waitFor();
  await workbench.waitForText('emissions: 0.62');
  await workbench.close();
});

test('the table is saved as CSV and as JSON', async () => {
  const workbench = await vscode.open({ folder });
  const panel = await openTable(workbench);
  const save = async (kind: string): Promise<string> => {
    const file = join(workbench.folder, `check.${kind.toLowerCase()}`);
    await panel.getByRole('button', { name: kind }).click();
    await nameFile(workbench.page, file);
    await panel.locator('.status', { hasText: `Saved check.${kind.toLowerCase()}` }).waitFor();
    return readFile(file, 'utf8');
  };
  const lines = (await save('CSV')).trimEnd().split(/\r?\n/);
  const reports = JSON.parse(await save('JSON')) as { file: string; findings: object[] }[];
  expect(lines).toHaveLength(1 + reports.length);
  for (const { file } of reports) expect(lines.some((line) => line.startsWith(file))).toBe(true);
  const topics = reports.find(({ file }) => file === 'harbour-topics/README.md');
  expect(topics).toMatchObject({ emissions: { declared: 0.62, grams: 620, unit: 'kg' } });
  await workbench.close();
});

test('where there is no card, it says what a card is', async () => {
  const other = await folderWith({ 'reviews/README.md': CARDS['reviews/README.md'] ?? '' });
  const workbench = await vscode.open({ folder: other });
  await workbench.commandPalette('Model Card CO₂: Check all model cards');
  const panel = panelIn(workbench);
  await panel.locator('.empty', { hasText: 'A model card is a README.md' }).waitFor();
  await workbench.screenshot('check-workspace-empty');
  expect(await panel.locator('header').innerText()).toContain('Left out: 1 dataset card.');
  expect(await barriers(panel)).toEqual([]);
  await workbench.close();
  await rm(other, { recursive: true, force: true });
});

test('a thousand cards: the check can be ended, and goes through', async () => {
  const content = CARDS['harbour-topics/README.md'] ?? '';
  const many = Array.from({ length: 1000 }, (_, at) => [`model-${at}/README.md`, content] as const);
  const other = await folderWith(Object.fromEntries(many));
  const workbench = await vscode.open({ folder: other });
  await workbench.commandPalette('Model Card CO₂: Check all model cards');
  const panel = panelIn(workbench);
  await panel.locator('button', { hasText: 'Cancel' }).click();
  await panel.locator('header', { hasText: /Cancelled: [\d,]+ of 1,000 files were checked/ }).waitFor();

  const start = Date.now();
  await panel.locator('button', { hasText: 'Check again' }).click();
  await panel.locator('h1', { hasText: '1,000 model cards: 1,000 warnings' }).waitFor({ timeout: 120_000 });
  console.log(`A thousand cards were checked in ${Date.now() - start} ms.`);
  expect(await panel.locator('tbody tr').count()).toBe(500);
  await panel.locator('button', { hasText: 'Show 500 more of 1,000 cards' }).click();
  expect(await panel.locator('tbody tr').count()).toBe(1000);
  await workbench.close();
  await rm(other, { recursive: true, force: true });
});

/** Applies the refactor preview, once all of it is ticked. @returns how many files had to be ticked */
async function applyPreview(workbench: Workbench, picture: string): Promise<number> {
  const preview = workbench.page.locator('.bulk-edit-panel');
  const boxes = preview.locator('.monaco-list-row[aria-level="1"] .edit-checkbox');
  await boxes.first().waitFor();
  const open = preview.locator('.monaco-list-row[aria-level="1"] .edit-checkbox[aria-checked="false"]');
  const ticked = await open.count();
  for (let box = 0; box < ticked; box++) await open.first().click();
  await workbench.screenshot(picture);
  await preview.locator('.monaco-button', { hasText: 'Apply' }).click();
  await boxes.first().waitFor({ state: 'detached' });
  return ticked;
}

function emissionsIn(workbench: Workbench, model: string): Promise<string> {
  return readFile(join(workbench.folder, model, 'README.md'), 'utf8');
}
