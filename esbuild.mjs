// Bundles the extension, its pages and the command line into dist/; with --tests, also the editor tests into out/; with
// --cli, only the command line.
//   node esbuild.mjs [--production] [--watch] [--tests | --cli]
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { argv, exit } from 'node:process';
import { gzipSync } from 'node:zlib';
import { build, context } from 'esbuild';
import { languageServerStubs } from './src/core/language/esbuild-stubs.mjs';
import { thirdPartyLicenses } from './third-party-licenses.mjs';

const root = import.meta.dirname;
const production = argv.includes('--production');

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: production,
  sourcemap: !production,
  metafile: true,
  logLevel: 'warning',
  // With the default for Node, jsonc-parser's UMD build is taken, which breaks when bundled.
  mainFields: ['module', 'main'],
  // The build for Node reads files; ours is handed its texts.
  alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
};

const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  // Without this an `import()` stays one in CommonJS, and Node then reads the chunk with its slow loader of ES modules.
  supported: { 'dynamic-import': false },
};

/** VS Code for the Web loads one file, in a worker of the browser. */
const web = {
  ...shared,
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
};

/** What is loaded when it is first needed, each a chunk of its own beside the extension: `import()` of these files. */
const chunks = {
  core: 'src/core/index.ts',
  language: 'src/core/language/language-service.ts',
  repository: 'src/node/repository/index.ts',
  refit: 'src/vscode/refit/index.ts',
};

/** esbuild cannot split CommonJS, so a dynamic import of a chunk's entry is pointed at the chunk's own bundle. */
const chunksApart = {
  name: 'chunks-apart',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.\.?\// }, async ({ path, kind, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const found = await resolve(path, { kind: 'import-statement', resolveDir });
      const chunk = Object.keys(chunks).find((name) => found.path === join(root, chunks[name]));
      return chunk === undefined ? undefined : { path: `./${chunk}.js`, external: true };
    });
  },
};

/**
 * What translates is one file for all chunks, so that it is told once, on activation, what the editor's language is. A chunk
 * asks for it once rather than in each of its modules, since VS Code looks at every `require`.
 */
const translationApart = {
  name: 'translation-apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@vscode\/l10n$/ }, ({ path }) => ({ path, namespace: 'translation' }));
    onResolve({ filter: /^\.\/l10n\.js$/, namespace: 'translation' }, ({ path }) => ({
      path,
      external: true,
    }));
    onLoad({ filter: /^/, namespace: 'translation' }, () => ({
      contents: `export const { config, t } = require('./l10n.js');`,
    }));
  },
};

/** Libraries that few cards need: one file, which is loaded with the first call of one of them. */
const rareLibraries = [
  'ignore',
  'picomatch/posix',
  '@stdlib/stats-base-dists-normal-cdf',
  '@stdlib/stats-base-dists-normal-quantile',
];
const rareLibrariesChunk = rareLibraries.map((name) => `exports['${name}'] = require('${name}');`).join('\n');
const rareLibrariesApart = {
  name: 'rare-libraries-apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[\w@]/ }, ({ path }) =>
      rareLibraries.includes(path) ? { path, namespace: 'rare' } : undefined,
    );
    onResolve({ filter: /^\.\/rare-libraries\.js$/, namespace: 'rare' }, ({ path }) => ({
      path,
      external: true,
    }));
    onLoad({ filter: /^/, namespace: 'rare' }, ({ path }) => ({
      contents: `const library = () => require('./rare-libraries.js')['${path}'];
        export default new Proxy(library, {
          apply: (_, self, values) => library()(...values),
          get: (_, name) => library()[name],
        });`,
    }));
  },
};

/** The library that reads Parquet is a file of its own beside the worker: most exports are CSV. */
const parquetApart = {
  name: 'parquet-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/parquet-library$/ }, () => ({ path: './parquet-library.js', external: true }));
  },
};

/** The workers of refits take whatever they need of the core from one file, which the extension so carries once. */
const engineApart = {
  name: 'engine-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/core\// }, ({ kind }) =>
      kind === 'import-statement' ? { path: './refit-engine.js', external: true } : undefined,
    );
  },
};

/** Of ml-matrix one decomposition is used; its package does not say that the rest can be left out. */
const matrixInParts = {
  name: 'matrix-in-parts',
  setup({ onResolve, resolve }) {
    const source = join(root, 'node_modules/ml-matrix/src');
    onResolve({ filter: /^ml-matrix$/ }, () => ({ path: join(source, 'index.js'), sideEffects: false }));
    onResolve({ filter: /^\.\.?\// }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === 'resolving' || !resolveDir.startsWith(source)) return undefined;
      const found = await resolve(path, { kind, resolveDir, pluginData: 'resolving' });
      return { path: found.path, sideEffects: false };
    });
  },
};

/**
 * esbuild makes each file a copy of VS Code's whole interface, a getter for each of its hundreds of names: two thirds of
 * what it takes to load the extension. The interface itself serves as well.
 */
const vscodeItself = {
  name: 'vscode-itself',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]vscode[\\/].*\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replace(
        "import * as vscode from 'vscode';",
        "import vscode = require('vscode');",
      );
      return { contents, loader: 'ts' };
    });
  },
};

/** One function of d3-dsv, which nothing here calls, compiles code from text. Pages and workers may forbid that. */
const withoutEval = {
  name: 'without-eval',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]d3-dsv\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const contents = source.replace(
        /return new Function\([^]*?"}"\);/,
        'throw new Error("Use parseRows.");',
      );
      if (contents === source) throw new Error('d3-dsv has changed.');
      return { contents, loader: 'js' };
    });
  },
};

const pageFolders = readdirSync(join(root, 'src/webview'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const pages = pageFolders.map((name) => ({
  ...shared,
  entryPoints: { [name]: `src/webview/${name}/index.ts` },
  outdir: 'dist/webview',
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
}));

/** The pages of the rules go into the command line, whose reports bring them along. */
const rulePages = Object.fromEntries(
  readdirSync(join(root, 'media/rules')).map((file) => [
    file.replace('.md', ''),
    readFileSync(join(root, 'media/rules', file), 'utf8').replaceAll('\r\n', '\n'),
  ]),
);

const commandLine = {
  ...node,
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir: 'dist',
  banner: { js: '#!/usr/bin/env node' },
  define: { RULE_PAGES: JSON.stringify(rulePages) },
  plugins: [languageServerStubs],
};

const product = [
  {
    ...node,
    entryPoints: ['src/extension.ts'],
    outdir: 'dist',
    plugins: [vscodeItself, chunksApart, translationApart],
  },
  {
    ...node,
    entryPoints: chunks,
    outdir: 'dist',
    plugins: [
      vscodeItself,
      chunksApart,
      languageServerStubs,
      translationApart,
      rareLibrariesApart,
      withoutEval,
    ],
  },
  { ...node, entryPoints: { l10n: 'node_modules/@vscode/l10n/dist/browser.js' }, outdir: 'dist' },
  {
    ...node,
    stdin: { contents: rareLibrariesChunk, resolveDir: root },
    outfile: 'dist/rare-libraries.js',
    legalComments: 'external',
  },
  {
    ...node,
    entryPoints: ['src/node/refit-worker.ts'],
    outdir: 'dist',
    plugins: [chunksApart, parquetApart, translationApart, engineApart],
  },
  // The worker of the browser, and what both workers load: none of it needs Node.
  {
    ...web,
    entryPoints: { 'refit-worker.web': 'src/web/refit-worker.ts' },
    outdir: 'dist',
    plugins: [translationApart, engineApart],
  },
  {
    ...web,
    entryPoints: { 'refit-engine': 'src/core/refit/engine.ts' },
    outdir: 'dist',
    // The licences of the statistical library are a tenth of the file.
    legalComments: 'external',
    plugins: [matrixInParts, withoutEval, translationApart],
  },
  { ...node, entryPoints: ['src/core/export/parquet-library.ts'], outdir: 'dist' },
  commandLine,
  {
    ...web,
    entryPoints: ['src/extension.web.ts'],
    outdir: 'dist',
    plugins: [vscodeItself, languageServerStubs, withoutEval],
  },
  ...pages,
];

const tests = [
  {
    ...node,
    minify: false,
    sourcemap: true,
    entryPoints: [
      'test/editor/index.ts',
      'test/editor/**/*.test.ts',
      'test/restricted/*.ts',
      'test/host/fixtures/*.ts',
      'test/refit/write-large-export.ts',
    ],
    outdir: 'out/test',
    outbase: 'test',
    external: ['vscode', 'mocha'],
  },
];

const webTests = {
  ...web,
  minify: false,
  sourcemap: 'inline',
  entryPoints: { index: 'test/web/index.ts', 'asks-elsewhere': 'test/web/asks-elsewhere.ts' },
  outdir: 'out/test/web',
};

const withTests = argv.includes('--tests');
const onlyCommandLine = argv.includes('--cli');
const bundles = onlyCommandLine ? [commandLine] : [...product, ...(withTests ? [...tests, webTests] : [])];

if (argv.includes('--watch')) {
  for (const options of bundles) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  // esbuild has printed what is wrong.
  const results = await Promise.all(bundles.map((options) => build(options))).catch(() => exit(1));
  const outputs = results.flatMap(({ metafile }) => Object.keys(metafile.outputs));
  if (production) outputs.push(writeLicenses(results.map(({ metafile }) => metafile)));
  if (!onlyCommandLine) removeOthers('dist', outputs);
  if (withTests) removeOthers('out/test', outputs);
  if (production && !withTests && !onlyCommandLine) printSizes(outputs);
}

/** Returns the file, relative to the project. */
function writeLicenses(metafiles) {
  const file = 'dist/third-party-licenses.txt';
  writeFileSync(join(root, file), thirdPartyLicenses(root, metafiles));
  return file;
}

/** What earlier builds left in `folder`: afterwards rather than before, for an editor may be running from it. */
function removeOthers(folder, outputs) {
  const kept = new Set(outputs);
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    const file = relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (entry.isFile() && !kept.has(file)) rmSync(join(root, file));
  }
}

function printSizes(files) {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
  for (const file of files) {
    const content = readFileSync(join(root, file));
    console.log(`${file.padEnd(28)}${kilobytes(content.length)}${kilobytes(gzipSync(content).length)} gzip`);
  }
}
