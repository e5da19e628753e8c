// Times of looking at a card's folder, and the budgets they are held to:
//   npx tsx test/bench/repository/repository.mts [--json FILE]
// Ends with exit code 1 when a budget is exceeded.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { gatherPredictors } from '../../../src/core/predictors/gather-predictors';
import { readRepository } from '../../../src/node/repository/read-repository';
import { ggufFile, safetensorsFile } from '../../unit/core/predictors/header-files';
import { git, init, temporaryFolder, write } from '../../unit/node/repository/git-repository';

/** Milliseconds. */
interface Row {
  readonly work: string;
  readonly best: number;
  readonly median: number;
  readonly budget: number;
}

const COMMITS = 100_000;
const folder = temporaryFolder();
const at = (...names: string[]): string => join(folder.path, ...names);
const rows: Row[] = [];

/** A repository of 100,000 commits, one in ten of them in the folder of a card. */
async function manyCommits(path: string): Promise<void> {
  init(path);
  const child = spawn('git', ['-C', path, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  for (let i = 0; i < COMMITS; i++) {
    const file = i % 10 === 0 ? 'models/a/README.md' : `src/${i % 50}.txt`;
    const from = i > 0 ? `from :${i}\n` : '';
    const commit = `commit refs/heads/main\nmark :${i + 1}\ncommitter A <a@example.org> ${1_600_000_000 + i * 600} +0000\n`;
    const text = String(i).padStart(6, '0');
    const written = child.stdin.write(`${commit}data 0\n${from}M 100644 inline ${file}\ndata 6\n${text}\n`);
    if (!written) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  await once(child, 'close');
  git(path, ['reset', '--quiet', '--hard']);
}

async function time(work: string, budget: number, rounds: number, run: () => unknown): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  rows.push({ work, best: times[0] ?? NaN, median: times[Math.floor(rounds / 2)] ?? NaN, budget });
}

try {
  await manyCommits(at('repository'));
  await time('100,000 commits', 1000, 9, () => readRepository(at('repository'), { git: true }));
  await time('100,000 commits, a folder', 3000, 5, () =>
    readRepository(at('repository/models/a'), { git: true }),
  );
  git(at('repository'), ['commit-graph', 'write', '--reachable', '--changed-paths']);
  await time('100,000 commits with a commit graph', 500, 9, () =>
    readRepository(at('repository'), { git: true }),
  );

  const layers = Array.from({ length: 300 }, (_, i) => ({
    name: `model.layers.${i}.weight`,
    type: 'BF16',
    shape: [8],
  }));
  for (let i = 1; i <= 160; i++) {
    write(at('shards', `model-${String(i).padStart(5, '0')}-of-00160.safetensors`), safetensorsFile(layers));
  }
  await time('160 shards of 300 tensors', 250, 9, () => readRepository(at('shards'), { git: false }));

  const vocabulary = Array.from({ length: 250_000 }, (_, i) => `token ${i}`);
  write(at('gguf', 'model.gguf'), ggufFile([{ name: 'w', type: 'F32', shape: [1000] }], { vocabulary }));
  await time('a GGUF file with 250,000 tokens', 150, 9, () => readRepository(at('gguf'), { git: false }));

  const repository = await readRepository(at('shards'), { git: false });
  const body = 'The model has parameters, and this paragraph says nothing of their number.\n'.repeat(14_000);
  await time('gathering, 1 MB of text', 10, 200, () => gatherPredictors({ metadata: {}, body }));
  await time('gathering, with 160 shards', 2, 200, () =>
    gatherPredictors({ metadata: {}, body: '', repository }),
  );
} finally {
  folder.remove();
}

for (const { work, best, median, budget } of rows) {
  const verdict = median <= budget ? 'ok' : 'OVER';
  console.log(
    `${work.padEnd(40)} best ${best.toFixed(2)} ms, median ${median.toFixed(2)} ms, budget ${budget} ms: ${verdict}`,
  );
}
const [flag, file] = process.argv.slice(2);
if (flag === '--json' && file !== undefined) writeFileSync(file, JSON.stringify(rows, null, 2));
if (rows.some(({ median, budget }) => median > budget)) process.exitCode = 1;
