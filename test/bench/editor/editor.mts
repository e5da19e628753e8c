// What the extension costs inside the real extension host: its start, typing, memory.
//   npx tsx test/bench/editor/editor.mts [--json FILE] [oldest] [newest] [start] [typing] [memory]
// The clock's times hold what else the machine does; "own" is the processor time of the extension host's thread.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { projectRoot } from '../../host/project';
import { type Release, releaseNamed, releases } from '../../host/releases';
import { runInVSCode } from '../../host/run-in-vscode';
import { report, type Row } from '../report';
import { quantile, quantiles } from '../samples';
import { RESULTS_VARIABLE, type Series } from './inside/results';

/** Fresh extension hosts for what happens once in each. */
const STARTS = 7;
const TIME_LIMIT = 1_800_000;

const { positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { json: { type: 'string' } },
});
const parts = { start, typing, memory };
const titles: Readonly<Record<keyof typeof parts, string>> = {
  start: `Start (median of ${STARTS} extension hosts)`,
  typing: 'Typing',
  memory: 'Memory (cards of 30 kB opened and closed)',
};
const partNames = Object.keys(parts) as (keyof typeof parts)[];
const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name);
const wantedParts = partNames.filter((name) => !positionals.some(isPart) || positionals.includes(name));
const releaseNames = positionals.filter((name) => !isPart(name));
const wanted = releaseNames.length > 0 ? releaseNames.map(releaseNamed) : releases;
const folder = mkdtempSync(join(tmpdir(), 'editor-bench-'));
try {
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: projectRoot });
  await build({
    entryPoints: wantedParts.map((name) => join(import.meta.dirname, `inside/${name}.ts`)),
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    outExtension: { '.js': '.cjs' },
  });
  for (const release of wanted) {
    for (const part of wantedParts)
      report(await parts[part](release), `${titles[part]}, ${release.name} VS Code`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Runs a program inside VS Code. @returns what it told, by name, as far as it came */
async function inside(release: Release, program: string): Promise<Map<string, number[]>> {
  const results = join(folder, 'results.jsonl');
  writeFileSync(results, '');
  process.env[RESULTS_VARIABLE] = results;
  try {
    await runInVSCode({ release, tests: join(folder, `${program}.cjs`), timeLimit: TIME_LIMIT });
  } catch (error) {
    console.error(`${program}, ${release.name} VS Code: ${String(error)}`);
    process.exitCode = 1;
  }
  const lines = readFileSync(results, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const { what, values } = JSON.parse(line) as Series;
      return [what, [...values]];
    }),
  );
}

async function start(release: Release): Promise<Row[]> {
  const all = new Map<string, number[]>();
  for (let round = 0; round < STARTS; round++) {
    for (const [what, values] of await inside(release, 'start'))
      all.set(what, [...(all.get(what) ?? []), ...values]);
  }
  const names = [...new Set([...all.keys()].map((what) => what.replace(/, \w+$/, '')))];
  const budgets: Readonly<Record<string, number>> = { activation: 10, 'first card': 60 };
  return names.map((name) => {
    const own = quantile(
      (all.get(`${name}, own`) ?? []).filter((value) => !Number.isNaN(value)),
      0.5,
    );
    const clock = all.get(`${name}, clock`) ?? [];
    const figures = {
      ...(!Number.isNaN(own) && { 'own ms p50': own }),
      'clock ms p50': quantile(clock, 0.5),
      'clock ms best': Math.min(...clock),
    };
    const atMost = budgets[name];
    return {
      what: name,
      figures,
      ...(atMost !== undefined && {
        budget: { of: 'own ms p50' in figures ? 'own ms p50' : 'clock ms p50', atMost },
      }),
    };
  });
}

async function typing(release: Release): Promise<Row[]> {
  const told = await inside(release, 'typing');
  return [...told]
    .filter(([, values]) => values.length > 0 && values.every((value) => !Number.isNaN(value)))
    .map(([what, values]) => ({ what, figures: quantiles(values, 'ms') }));
}

async function memory(release: Release): Promise<Row[]> {
  const told = await inside(release, 'memory');
  const cards = told.get('cards')?.[0] ?? NaN;
  const at = (what: string): number => told.get(`${what}, MB`)?.[0] ?? NaN;
  return ['heap', 'resident'].map((kind) => {
    const [before, after] = [at(`${kind} before`), at(`${kind} after`)];
    const kilobytes = ((after - before) * 1000) / cards;
    return { what: kind, figures: { cards, 'before MB': before, 'after MB': after, 'kB a card': kilobytes } };
  });
}
