// A million rows from file to table, CSV and Parquet, beside pandas and statsmodels in the same run where a Python has
// them:
//   npx tsx test/bench/refit/refit.ts [--rows N] [--json FILE]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { writeBigCsv, writeBigParquet } from './big-export';

/** Refit of a million rows, against the peer in the same run. */
const FASTER = 5;
const SMALLER = 4;
const RUNS = 3;

interface Measured {
  readonly milliseconds: number;
  readonly cpu: number;
  readonly megabytes: number;
  readonly rows: number;
  readonly params: Readonly<Record<string, number>>;
  readonly reading?: number;
  readonly fits?: number;
  readonly version?: string;
}

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, json: { type: 'string' } },
});
const rows = Number(values.rows);
const folder = mkdtempSync(join(tmpdir(), 'refit-bench-'));

async function main(): Promise<void> {
  const csv = join(folder, 'big.csv');
  const parquet = join(folder, 'big.parquet');
  const program = join(folder, 'one-refit.cjs');
  await writeBigCsv(csv, rows);
  writeBigParquet(parquet, rows);
  bundle(program);
  const megabytes = (path: string): string => (statSync(path).size / 1e6).toFixed(0);
  console.log(
    `${rows.toLocaleString('en')} rows; CSV ${megabytes(csv)} MB, Parquet ${megabytes(parquet)} MB\n`,
  );

  const run = (path: string, removal: string): Measured =>
    best(
      () =>
        JSON.parse(
          execFileSync(process.execPath, [program, path, removal], { encoding: 'utf8' }),
        ) as Measured,
    );
  const results = {
    'CSV, one fit': run(csv, 'one-fit'),
    'CSV, all removals': run(csv, 'with-removal'),
    'Parquet, one fit': run(parquet, 'one-fit'),
    'Parquet, all removals': run(parquet, 'with-removal'),
  };
  for (const [name, measured] of Object.entries(results)) print(name, measured);
  const peer = runPeer(csv);
  if (peer === undefined)
    console.log('\nNo Python with pandas and statsmodels is here, so there is nothing beside it.');
  else compare(results['CSV, one fit'], peer);
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ rows, results, peer }, null, 2));
}

function bundle(program: string): void {
  buildSync({
    entryPoints: [join(import.meta.dirname, 'one-refit.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
}

/** The run with the least processor time: others share the machine. */
function best(measure: () => Measured): Measured {
  const runs = Array.from({ length: RUNS }, measure);
  return runs.reduce((least, one) => (one.cpu < least.cpu ? one : least));
}

function print(name: string, { milliseconds, cpu, megabytes, rows: fitted, fits, reading }: Measured): void {
  const parts = [
    name.padEnd(24),
    `${milliseconds.toFixed(0).padStart(7)} ms`,
    `${cpu.toFixed(0).padStart(7)} ms of processor`,
    `${megabytes.toFixed(0).padStart(6)} MB`,
    `${fitted.toLocaleString('en').padStart(9)} rows`,
  ];
  if (reading !== undefined) parts.push(`reading ${reading.toFixed(0)} ms`);
  if (fits !== undefined && fits > 0) parts.push(`${fits} fits of the influence loop`);
  console.log(parts.join('  '));
}

/** Debian's python3-statsmodels belongs to the system's Python, which need not be the first one on the path. */
function runPeer(csv: string): Measured | undefined {
  for (const python of ['python3', '/usr/bin/python3']) {
    try {
      execFileSync(python, ['-c', 'import pandas, statsmodels.api'], { stdio: 'ignore' });
    } catch {
      continue;
    }
    const peer = join(import.meta.dirname, 'pandas_peer.py');
    return JSON.parse(execFileSync(python, [peer, csv], { encoding: 'utf8' })) as Measured;
  }
  return undefined;
}

function compare(ours: Measured, peer: Measured): void {
  print(peer.version ?? 'peer', peer);
  const worst = Object.entries(peer.params).reduce((most, [name, value]) => {
    const difference = Math.abs((ours.params[name] ?? NaN) - value) / Math.abs(value);
    return difference > most || Number.isNaN(difference) ? difference : most;
  }, 0);
  const faster = peer.milliseconds / ours.milliseconds;
  const lighter = peer.megabytes / ours.megabytes;
  console.log(
    `\nFile to table: ${faster.toFixed(1)} times as fast by the clock (${(peer.cpu / ours.cpu).toFixed(1)} by the processor; budget ${FASTER}), ` +
      `in a ${lighter.toFixed(1)}th of the memory (budget ${SMALLER}). ` +
      `Largest relative difference of a coefficient: ${worst.toExponential(1)}.`,
  );
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(folder, { recursive: true, force: true }));
