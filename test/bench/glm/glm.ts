// Times and digits of the GLM core, beside statsmodels' in the same run where a Python has it:
//   npx tsx test/bench/glm/glm.ts [--json FILE]
// Uses the reference data beside the project where they are, and a design of the same shape otherwise.
import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DesignMatrix } from '../../../src/core/glm/design-matrix';
import { fitGlm } from '../../../src/core/glm/fit';
import { removeInfluential } from '../../../src/core/glm/influence-loop';
import { paperModel } from '../../../src/core/glm/paper-model';
import { runPipeline } from '../../../src/core/glm/pipeline';
import { predict } from '../../../src/core/glm/predict';
import { hasReferenceData, readReferenceDesign } from '../../unit/core/glm/reference-data';
import { digitsTable } from './nist-digits';

/** Milliseconds. The processor's time says more than the clock's on a machine that has other things to do. */
interface Timing {
  readonly best: number;
  readonly median: number;
  /** Mean processor time. */
  readonly cpu: number;
}

interface Peer extends Record<'loop' | 'pipeline' | 'fit' | 'million', Timing> {
  readonly version: string;
}

const { design, response } = hasReferenceData ? readReferenceDesign('synthetic') : madeUp(851);
const rowIds = Array.from({ length: design.rows }, (_, i) => i);
const loopOptions = { cookNumerator: 4, roundLimit: 100, onRound: () => undefined };
const fits = removeInfluential(design, response, loopOptions).rounds.length;
const peer = statsmodels(design, response);
const million = madeUp(1_000_000);
const card = {
  parameters: 7e9,
  likes: 150,
  commits: 30,
  repoAgeDays: 200,
  domain: 'Natural Language Processing',
  organization: 'company',
};

const shape = `n = ${design.rows}, p = ${design.columns.length}`;
const rows: { work: string; ours: Timing; theirs?: Timing | undefined }[] = [
  {
    work: `Cook's loop, ${shape}, ${fits} fits`,
    ours: time(() => removeInfluential(design, response, loopOptions), 300),
    theirs: peer?.loop,
  },
  {
    work: 'loop, VIF and certified final fit',
    ours: time(() => runPipeline(design, response, rowIds), 150),
    theirs: peer?.pipeline,
  },
  { work: `one fit, ${shape}`, ours: time(() => fitGlm(design, response), 500), theirs: peer?.fit },
  {
    work: `one certified fit, ${shape}`,
    ours: time(() => fitGlm(design, response, { certified: true }), 300),
    theirs: peer?.fit,
  },
  {
    work: 'one fit, n = 1,000,000',
    ours: time(() => fitGlm(million.design, million.response), 5),
    theirs: peer?.million,
  },
  {
    work: 'one certified fit, n = 1,000,000',
    ours: time(() => fitGlm(million.design, million.response, { certified: true }), 3),
    theirs: peer?.million,
  },
  { work: 'one prediction', ours: time(() => predict(paperModel, card), 20_000) },
];

console.log(peer === null ? 'No Python with statsmodels was found.' : `Beside statsmodels ${peer.version}.`);
console.table(
  Object.fromEntries(
    rows.map(({ work, ours, theirs }) => [
      work,
      {
        'cpu ms': round(ours.cpu),
        'median ms': round(ours.median),
        'best ms': round(ours.best),
        'statsmodels cpu': theirs === undefined ? '' : round(theirs.cpu),
        median: theirs === undefined ? '' : round(theirs.median),
        best: theirs === undefined ? '' : round(theirs.best),
        'times faster (cpu)': theirs === undefined ? '' : round(theirs.cpu / ours.cpu),
      },
    ]),
  ),
);
const digits = hasReferenceData ? digitsTable() : null;
if (digits !== null) {
  console.log('Correct digits of the worst coefficient (and of the worst standard error) on NIST StRD:');
  console.table(digits);
}
const jsonFile = process.argv[process.argv.indexOf('--json') + 1];
if (process.argv.includes('--json') && jsonFile !== undefined) {
  writeFileSync(jsonFile, `${JSON.stringify({ peer: peer?.version ?? null, rows, digits }, null, 2)}\n`);
}

function time(work: () => unknown, rounds: number): Timing {
  for (let warmUp = 0; warmUp < Math.min(rounds, 100) / 3; warmUp++) work();
  const before = process.cpuUsage();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(before);
  return {
    best: times[0] ?? NaN,
    median: times[Math.floor(rounds / 2)] ?? NaN,
    cpu: (user + system) / 1000 / rounds,
  };
}

/** A design like the paper's: four measured predictors and seven categories, of which six are thin. */
function madeUp(count: number): { design: DesignMatrix; response: Float64Array } {
  const columns = ['const', 'parameters', 'likes', 'commits_to_date', 'repo_age', 'Audio'];
  columns.push(
    'Computer Vision',
    'Natural Language Processing',
    'community',
    'company',
    'non-profit',
    'university',
  );
  const values = new Float64Array(count * columns.length).fill(1, 0, count);
  const responses = new Float64Array(count);
  // A linear congruential generator is random enough to time by, and the same on every machine.
  let state = 1;
  const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let i = 0; i < count; i++) {
    for (let j = 1; j < 5; j++)
      values[j * count + i] = j === 4 ? Math.floor(random() * 500) : random() * 3 + 5;
    const domain = random();
    values[(domain < 0.02 ? 5 : domain < 0.12 ? 6 : 7) * count + i] = domain < 0.98 ? 1 : 0;
    const organization = 8 + Math.floor(random() * 40);
    if (organization < columns.length) values[organization * count + i] = 1;
    responses[i] = 10 * random() ** 3;
  }
  return { design: { columns, rows: count, values }, response: responses };
}

/** What statsmodels takes for the same, in the first Python that has it. */
function statsmodels({ columns, rows: count, values }: DesignMatrix, y: Float64Array): Peer | null {
  const folder = mkdtempSync(join(tmpdir(), 'glm-bench-'));
  const file = join(folder, 'design.csv');
  const lines = Array.from({ length: count }, (_, i) =>
    [y[i], ...columns.map((_column, j) => values[j * count + i])].join(','),
  );
  writeFileSync(file, `${['y', ...columns].join(',')}\n${lines.join('\n')}\n`);
  const script = new URL('statsmodels_peer.py', import.meta.url).pathname;
  try {
    for (const python of ['python3', '/usr/bin/python3']) {
      try {
        // One thread, as ours: on a busy machine more of them only wait for each other.
        const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
        const options: ExecFileSyncOptionsWithStringEncoding = {
          encoding: 'utf8',
          env,
          stdio: ['ignore', 'pipe', 'ignore'],
        };
        return JSON.parse(execFileSync(python, [script, file], options)) as Peer;
      } catch {
        // Not there, or without statsmodels: the next one.
      }
    }
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
