// Time and memory of the built command line: one card, and ten thousand; of three runs the one with the least processor time.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report, type Row } from '../report';

const CLI = join(import.meta.dirname, '../../../dist/cli.js');
/** Prints what the process that it is loaded into has used. */
const USAGE = `process.on('exit', () => process.stderr.write('usage ' + JSON.stringify(process.resourceUsage()) + '\\n'))`;
const RUNS = 3;

const CARD = `---
license: apache-2.0
pipeline_tag: text-classification
co2_eq_emissions:
  emissions: 1.71
  source: CodeCarbon
  hardware_used: 1 x A100
---

# A model

## Environmental impact

- **Carbon emitted:** 1.71 kg CO2eq
${'\nWords about the model, its data and its use.\n'.repeat(60)}`;

const folder = mkdtempSync(join(tmpdir(), 'model-card-bench-'));
const preload = join(folder, 'usage.cjs');
writeFileSync(preload, USAGE);
const rows: Row[] = [];
for (const count of [1, 1000, 10_000]) {
  const cards = join(folder, String(count));
  for (let i = 0; i < count; i += 1) {
    mkdirSync(join(cards, `model-${i}`), { recursive: true });
    writeFileSync(join(cards, `model-${i}`, 'README.md'), CARD);
  }
  const runs = Array.from({ length: RUNS }, () => check(cards));
  const figures = runs.reduce((least, run) => (run['processor s'] < least['processor s'] ? run : least));
  rows.push({ what: `${count.toLocaleString('en')} ${count === 1 ? 'card' : 'cards'}`, figures });
}
rmSync(folder, { recursive: true });
report(rows);

/** One run of the command over a folder. */
function check(cards: string) {
  const start = process.hrtime.bigint();
  const { stderr, stdout } = spawnSync(
    process.execPath,
    ['--require', preload, CLI, 'check', '--format', 'json', cards],
    { encoding: 'utf8', maxBuffer: 1024 ** 3 },
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const usage = JSON.parse(/^usage (.*)$/m.exec(stderr)?.[1] ?? '{}') as NodeJS.ResourceUsage;
  const found = (JSON.parse(stdout) as { findings: unknown[] }[]).filter(
    ({ findings }) => findings.length > 0,
  ).length;
  return {
    'processor s': (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    'clock s': seconds,
    'peak MB': usage.maxRSS / 1024,
    'with findings': found,
  };
}
