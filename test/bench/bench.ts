// npm run bench: every benchmark, one after the other, each with its table, and all figures in one JSON file.
//   npm run bench [-- [--json FILE] NAME…]   only those named: sizes rules keystroke language repository glm refit cli editor
// Ratios hold on any machine, milliseconds do not; run it on an idle one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '../..');

const benchmarks = {
  sizes: 'sizes.mts',
  rules: 'rules/check-card.mts',
  keystroke: 'keystroke/keystroke.mts',
  language: 'language/language.mts',
  repository: 'repository/repository.mts',
  glm: 'glm/glm.ts',
  refit: 'refit/refit.ts',
  cli: 'cli/check.ts',
  editor: 'editor/editor.mts',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string', default: join(root, 'out/bench.json') } },
});
const unknown = positionals.filter((name) => !(name in benchmarks));
if (unknown.length > 0)
  throw new Error(`No benchmark ${unknown.join(', ')}: ${Object.keys(benchmarks).join(', ')}.`);

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const results: Record<string, unknown> = {};
for (const [name, program] of Object.entries(benchmarks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`\n# ${name}\n`);
  const file = join(folder, `${name}.json`);
  const command = ['--import', 'tsx', join(import.meta.dirname, program), '--json', file];
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
  if (existsSync(file)) results[name] = JSON.parse(readFileSync(file, 'utf8')) as unknown;
}
rmSync(folder, { recursive: true });

const machine = {
  processor: cpus()[0]?.model ?? '',
  cores: cpus().length,
  system: `${platform()} ${arch()}`,
  node: process.version,
};
mkdirSync(dirname(values.json), { recursive: true });
writeFileSync(values.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
console.log(`\nAll figures: ${relative(process.cwd(), values.json)}`);
