// Times of the language side on the bundle, as it is shipped, for cards of 30 kB:
//   npx tsx test/bench/language/language.mts
// The budgets stand on a machine with nothing else to do; the processor's own time is printed beside the clock's.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { findFrontMatter as FindFrontMatter } from '../../../src/core/card/front-matter';
import type { readMetadata as ReadMetadata } from '../../../src/core/card/metadata';
import { languageServerStubs } from '../../../src/core/language/esbuild-stubs.mjs';
import type { createLanguageService as CreateLanguageService } from '../../../src/core/language/language-service';
import type { checkMetadata as CheckMetadata } from '../../../src/core/rules/metadata-schema/check-metadata';
import { report, type Row } from '../report';
import { columns, type Sample, sample } from '../samples';

interface Bundle {
  findFrontMatter: typeof FindFrontMatter;
  readMetadata: typeof ReadMetadata;
  checkMetadata: typeof CheckMetadata;
  createLanguageService: typeof CreateLanguageService;
}

const ROUNDS = 400;
const folder = mkdtempSync(join(tmpdir(), 'language-bench-'));
const file = join(folder, 'language.cjs');
await build({
  stdin: {
    contents: `export * from './core/language/language-service';
      export * from './core/rules/metadata-schema/check-metadata';
      export { findFrontMatter } from './core/card/front-matter';
      export { readMetadata } from './core/card/metadata';`,
    resolveDir: new URL('../../../src', import.meta.url).pathname,
    loader: 'ts',
  },
  outfile: file,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  plugins: [languageServerStubs],
});
const { findFrontMatter, readMetadata, checkMetadata, createLanguageService } = createRequire(
  import.meta.url,
)(file) as Bundle;

const service = createLanguageService();
for (const results of [4, 40]) {
  const text = card(results);
  const yaml = findFrontMatter(text)?.yaml ?? { start: 0, end: 0 };
  const document = (version: number) => ({
    uri: 'file:///README.md',
    version,
    text: `${text}${version}`,
    yaml,
  });
  const inEmissions = { line: text.split('\n').indexOf('  '), character: 2 };
  const inLicense = { line: 1, character: 12 };

  const metadata = readMetadata(text, yaml);
  if (!('values' in metadata)) throw new Error('The card was refused.');
  report(
    [
      await measure('read the metadata', () => readMetadata(text, yaml)),
      await measure('check the metadata', () => checkMetadata(metadata), 3),
      await measure(
        'complete a key after a keystroke',
        (at) => service.complete(document(at), inEmissions),
        20,
      ),
      await measure(
        'complete a licence after a keystroke',
        (at) => service.complete(document(at), inLicense),
        20,
      ),
      await measure('hover', () => service.hover(document(0), inLicense), 20),
    ],
    `Card of ${kilobytes(text.length)}, front matter of ${kilobytes(yaml.end - yaml.start)}`,
  );
}
loadTime();
rmSync(folder, { recursive: true });

/** A card of 30 kB with this many evaluation results in its front matter. */
function card(results: number): string {
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('');
  const result = (index: number): string =>
    `  - task: {type: text-classification}\n    dataset:\n      type: org/set-${index}\n      name: Set ${index}\n` +
    `    metrics:\n    - type: accuracy\n      value: 0.${index}\n`;
  const yaml =
    `license: apache-2.0\nlanguage: [en, fr, de]\ntags:\n${lines(20, (index) => `- tag-${index}\n`)}` +
    `co2_eq_emissions:\n  emissions: 12.5\n  \nmodel-index:\n- name: my-model\n  results:\n${lines(results, result)}`;
  const prose = 'A sentence about the model, of which there are many. ';
  return `---\n${yaml}---\n${prose.repeat((30_000 - yaml.length) / prose.length)}`;
}

/** Runs the work, a third of the rounds to warm up. @returns the times of the others */
async function measure(what: string, work: (round: number) => unknown, budget?: number): Promise<Row> {
  const samples: Sample[] = [];
  for (let round = 0; round < ROUNDS; round++) samples.push(await sample(() => work(round)));
  return {
    what,
    figures: columns(samples.slice(ROUNDS / 3)),
    ...(budget !== undefined && { budget: { of: 'processor ms p95', atMost: budget } }),
  };
}

/** How long a fresh process takes to load the bundle, and then to its first completion. */
function loadTime(): void {
  const script = join(folder, 'load.cjs');
  writeFileSync(
    script,
    `const start = performance.now();
const { createLanguageService } = require(${JSON.stringify(file)});
const loaded = performance.now();
const document = { uri: 'a', version: 1, text: '---\\nlicense: m', yaml: { start: 4, end: 14 } };
createLanguageService().complete(document, { line: 1, character: 10 }).then(() =>
  console.log([loaded - start, performance.now() - loaded].join(' ')));`,
  );
  const runs = Array.from({ length: 9 }, () =>
    execFileSync(process.execPath, [script], { encoding: 'utf8' }),
  );
  const least = (column: number): number => Math.min(...runs.map((run) => Number(run.split(' ')[column])));
  report(
    [
      {
        what: `bundle of ${kilobytes(statSync(file).size)}`,
        figures: { 'loaded, ms': least(0), 'to the first completion, ms': least(1) },
      },
    ],
    'A fresh process (best of 9)',
  );
}

function kilobytes(length: number): string {
  return `${(length / 1000).toFixed(0)} kB`;
}
