import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { CARD_SIZES, madeUpCard } from '../cards';
import type { Row } from '../report';
import { quantile, type Sample } from '../samples';

const ROUNDS = 15;

const root = join(import.meta.dirname, '../../..');

/** Every tool bundled and minified the same way, so that none pays for the number of its files. */
const programs = {
  ours: `import { readCard } from './src/core/card/card';
    import { checkCard } from './src/core/rules/check-card';
    export const check = (text) => checkCard(readCard(text));`,
  'yaml-language-server': `import { createYamlServices } from './src/core/language/yaml-services';
    import { TextDocument } from 'vscode-languageserver-textdocument';
    export const check = (text) => createYamlServices().validation.doValidation(
      TextDocument.create('file:///card.yaml', 'yaml', 1, text.slice(4, text.indexOf('\\n---', 4))));`,
  markdownlint: `import { lint } from 'markdownlint/sync';
    export const check = (text) => lint({ strings: { card: text } });`,
} as const;

/** How long each tool takes from nothing to its first result. */
export function coldStarts(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'cold-start-'));
  try {
    writeFileSync(join(folder, 'card.md'), madeUpCard(CARD_SIZES['30 kB'], 15));
    const scripts = Object.entries(programs).map(
      ([name, source]) => [name, script(folder, name, source)] as const,
    );
    const samples = new Map<string, Sample[]>(scripts.map(([name]) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, file] of scripts) {
        samples
          .get(name)
          ?.push(JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' })) as Sample);
      }
    }
    return [...samples].map(([what, taken]) => ({
      what,
      figures: {
        'processor ms p50': quantile(
          taken.map(({ processor }) => processor),
          0.5,
        ),
        'clock ms p50': quantile(
          taken.map(({ clock }) => clock),
          0.5,
        ),
      },
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns the program that prints what the first check took. */
function script(folder: string, name: string, contents: string): string {
  const bundle = join(folder, `${name}.bundle.cjs`);
  buildSync({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile: bundle,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  const file = join(folder, `${name}.cjs`);
  writeFileSync(
    file,
    `const card = require('node:fs').readFileSync(${JSON.stringify(join(folder, 'card.md'))}, 'utf8');
const [start, used] = [performance.now(), process.cpuUsage()];
Promise.resolve(require(${JSON.stringify(bundle)}).check(card)).then(() => {
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  console.log(JSON.stringify({ clock, processor: (user + system) / 1000 }));
});`,
  );
  return file;
}
