// npm run bench: every benchmark, one after the other, each with its table.
//   npm run bench [-- NAME…]   only those named: sizes rules language repository glm refit cli
// Ratios hold on any machine, milliseconds do not; run it on an idle one.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

const benchmarks = {
  sizes: ['esbuild.mjs', '--production'],
  rules: ['--import', 'tsx', 'test/bench/rules/check-card.ts'],
  language: ['--import', 'tsx', 'test/bench/language/language.mts'],
  repository: ['--import', 'tsx', 'test/bench/repository/repository.mts'],
  glm: ['--import', 'tsx', 'test/bench/glm/glm.ts'],
  refit: ['--import', 'tsx', 'test/bench/refit/refit.ts'],
  cli: ['--import', 'tsx', 'test/bench/cli/check.ts'],
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in benchmarks));
if (unknown.length > 0)
  throw new Error(`No benchmark ${unknown.join(', ')}: ${Object.keys(benchmarks).join(', ')}.`);

for (const [name, command] of Object.entries(benchmarks)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n# ${name}\n`);
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
