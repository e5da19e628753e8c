import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { beforeAll, expect, test } from 'vitest';
import { rules } from '../../src/core/rules';
import { packedFile } from './packed-file';

const kilobyte = 1000;

let size: number;
let vsix: JSZip;
beforeAll(async () => {
  const bytes = await readFile(packedFile);
  size = bytes.length;
  vsix = await JSZip.loadAsync(bytes);
});

/** Everything that users get, beside the pages of the rules and the pictures of the walkthrough. */
const content = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/dist/core.js',
  'extension/dist/extension.js',
  'extension/dist/extension.web.js',
  'extension/dist/l10n.js',
  'extension/dist/language.js',
  'extension/dist/parquet-library.js',
  'extension/dist/rare-libraries.js',
  'extension/dist/rare-libraries.js.LEGAL.txt',
  'extension/dist/refit-engine.js',
  'extension/dist/refit-engine.js.LEGAL.txt',
  'extension/dist/refit-worker.js',
  'extension/dist/refit.js',
  'extension/dist/refit-worker.web.js',
  'extension/dist/repository.js',
  'extension/dist/third-party-licenses.txt',
  'extension/dist/webview/predict.js',
  'extension/dist/webview/refit.js',
  'extension/dist/webview/workspace.js',
  'extension/l10n/bundle.l10n.de.json',
  'extension/media/config.schema.json',
  'extension/media/docs/dataset-export.md',
  'extension/media/icon.png',
  'extension/media/panel.css',
  'extension/media/predict-panel.css',
  'extension/media/refit-panel.css',
  'extension/media/workspace-panel.css',
  'extension/media/rules/index.md',
  'extension/package.json',
  'extension/package.nls.de.json',
  'extension/package.nls.json',
  'extension/readme.md',
  'extension/syntaxes/emissions.tmLanguage.json',
];

const budgets: Record<string, number> = {
  'dist/extension.js': 60,
  'dist/core.js': 400,
  'dist/language.js': 400,
  // A worker and its engine together: 250.
  'dist/refit-engine.js': 242,
  'dist/refit-worker.js': 8,
  'dist/refit-worker.web.js': 8,
  'dist/webview/predict.js': 350,
  'dist/webview/refit.js': 350,
  'dist/webview/workspace.js': 350,
};

async function textOf(file: string): Promise<string> {
  const entry = vsix.file(`extension/${file}`);
  if (entry === null) throw new Error(`${file} is not in the VSIX.`);
  return entry.async('string');
}

test('the VSIX holds exactly what users need, the page of every rule and the pictures of the walkthrough', () => {
  const files = Object.values(vsix.files).filter(({ dir }) => !dir);
  const pages = rules.map(({ id }) => `extension/media/rules/${id}.md`);
  const pictures = ['card', 'kilograms', 'prediction', 'workspace'].flatMap((picture) =>
    ['light', 'dark'].map((theme) => `extension/media/walkthrough/${picture}-${theme}.png`),
  );
  expect(files.map((file) => file.name).sort()).toEqual([...content, ...pages, ...pictures].sort());
});

test('the VSIX is at most 1.2 MB', () => {
  expect(size).toBeLessThanOrEqual(1200 * kilobyte);
});

test.each(Object.entries(budgets))('%s is at most %i kB', async (file, budget) => {
  const bytes = Buffer.byteLength(await textOf(file));
  expect(bytes).toBeLessThanOrEqual(budget * kilobyte);
});

test('what runs is minified and refers to no source map', async () => {
  for (const file of content.filter((name) => name.endsWith('.js'))) {
    const script = await textOf(file.replace('extension/', ''));
    expect(script, file).not.toContain('sourceMappingURL');
    // Minified: hardly any line that starts with an indentation.
    expect(script.match(/\n {2,}/g)?.length ?? 0, file).toBeLessThan(script.length / 500);
  }
});

test('the entry for the Web is one file that asks for nothing but vscode and compiles no code', async () => {
  const script = await textOf('dist/extension.web.js');
  const required = [...script.matchAll(/\brequire\(([^)]*)\)/g)].map(([, module]) => module);
  expect(new Set(required)).toEqual(new Set(['"vscode"']));
  expect(script).not.toMatch(/\beval\(|\bnew Function\(|\bimport\(/);
});

test('the licences of bundled packages come along', async () => {
  const licenses = await textOf('dist/third-party-licenses.txt');
  for (const name of ['yaml', 'js-yaml', 'yaml-language-server', 'ml-matrix', '@huggingface/tasks']) {
    expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  }
  expect(licenses).toContain('Permission is hereby granted, free of charge');
});
