// Damages input for every reader and looks for what throws, hangs, or changes what it should leave alone:
//   npm run fuzz -- --runs 1000000 --seed 1
//   npm run fuzz -- --from 1000000 --runs 1000000 --seed 1   goes on where the first left off
//   npm run fuzz -- --target card --seed 1 --case 4711      makes one case again and prints its input
// Ends with exit code 1 where something was found.
import { parseArgs } from 'node:util';
import { Random } from './random';
import { caseSeed } from './random';
import { type CaseResult, runCase } from './run-case';
import { targets } from './targets';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string' },
    case: { type: 'string' },
  },
});
const seed = Number(options.seed);
const names = options.target === undefined ? Object.keys(targets) : options.target.split(',');
const unknown = names.find((name) => !(name in targets));
if (unknown !== undefined)
  throw new Error(`There is no target ${unknown}: ${Object.keys(targets).join(', ')}.`);

const SLOWEST = 8;
const PROGRESS_EVERY = 50_000;

interface Tally {
  cases: number;
  milliseconds: number;
  slowest: { index: number; milliseconds: number; size: number }[];
}

if (options.case !== undefined) await showCase(Number(options.case));
else await run(Number(options.runs));

async function showCase(index: number): Promise<void> {
  const [name = ''] = names;
  const result = await runCase(targetOf(name), seed, index);
  process.stdout.write(
    typeof result.input === 'string' ? `${JSON.stringify(result.input)}\n` : `${String(result.input)}\n`,
  );
  console.log(`${name} ${index}: ${result.failure ?? 'all held'}, ${result.milliseconds.toFixed(1)} ms`);
}

async function run(runs: number): Promise<void> {
  const started = performance.now();
  const tallies = new Map<string, Tally>();
  const failures = new Map<string, { count: number; example: number }>();
  const first = Number(options.from);
  for (let index = first; index < first + runs; index += 1) {
    const name = names.length === 1 ? (names[0] ?? '') : drawn(index);
    const result = await runCase(targetOf(name), seed, index);
    count(tallies, name, index, result);
    if (result.failure !== undefined) {
      const key = `${name}: ${result.failure}`;
      const known = failures.get(key);
      if (known) known.count += 1;
      else {
        failures.set(key, { count: 1, example: index });
        console.log(`  FOUND ${key}   --target ${name} --seed ${seed} --case ${index}`);
      }
    }
    if ((index + 1 - first) % PROGRESS_EVERY === 0) {
      console.log(`  ${index + 1 - first} cases, ${failures.size} kinds of failure, ${seconds(started)} s`);
      reportTimes(tallies);
    }
  }
  report(tallies, failures);
  console.log(`${runs} cases with seed ${seed} in ${seconds(started)} s.`);
  if (failures.size > 0) process.exitCode = 1;
}

/** The target of a case, drawn by share. */
function drawn(index: number): string {
  const total = names.reduce((sum, name) => sum + targetOf(name).share, 0);
  let ticket = new Random(caseSeed(seed + 1, index)).next() * total;
  for (const name of names) {
    ticket -= targetOf(name).share;
    if (ticket < 0) return name;
  }
  return names[0] ?? '';
}

function targetOf(name: string): (typeof targets)[string] {
  const target = targets[name];
  if (target === undefined) throw new Error(`There is no target ${name}.`);
  return target;
}

function count(
  tallies: Map<string, Tally>,
  name: string,
  index: number,
  { input, milliseconds }: CaseResult,
): void {
  const tally = tallies.get(name) ?? { cases: 0, milliseconds: 0, slowest: [] };
  tallies.set(name, tally);
  tally.cases += 1;
  tally.milliseconds += milliseconds;
  const size = typeof input === 'string' || input instanceof Uint8Array ? input.length : 0;
  tally.slowest.push({ index, milliseconds, size });
  tally.slowest.sort((a, b) => b.milliseconds - a.milliseconds).splice(SLOWEST);
}

function report(
  tallies: ReadonlyMap<string, Tally>,
  failures: ReadonlyMap<string, { count: number; example: number }>,
): void {
  reportTimes(tallies);
  for (const [what, { count: times, example }] of failures)
    console.log(`FAILED ${times} times, first in case ${example}: ${what}`);
  if (failures.size === 0) console.log('Everything held.');
}

function reportTimes(tallies: ReadonlyMap<string, Tally>): void {
  for (const [name, { cases, milliseconds, slowest }] of tallies) {
    const worst = slowest.map(
      (one) => `${one.milliseconds.toFixed(1)} ms (case ${one.index}, ${one.size} long)`,
    );
    console.log(
      `${name}: ${cases} cases, ${(milliseconds / cases).toFixed(3)} ms each; slowest ${worst.join(', ')}`,
    );
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}
