// Time and memory of the built command line: one card, and ten thousand.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report, type Row } from '../report';

const CLI = join(import.meta.dirname, '../../../dist/cli.js');
/** Prints the peak memory of the process that it is loaded into, in kilobytes. */
const PEAK = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'))`;

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
const preload = join(folder, 'peak.cjs');
writeFileSync(preload, PEAK);
const rows: Row[] = [];
for (const count of [1, 1000, 10_000]) {
  const cards = join(folder, String(count));
  for (let i = 0; i < count; i += 1) {
    mkdirSync(join(cards, `model-${i}`), { recursive: true });
    writeFileSync(join(cards, `model-${i}`, 'README.md'), CARD);
  }
  const start = process.hrtime.bigint();
  const { stderr, stdout } = spawnSync(
    process.execPath,
    ['--require', preload, CLI, 'check', '--format', 'json', cards],
    {
      encoding: 'utf8',
      maxBuffer: 1024 ** 3,
    },
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const found = (JSON.parse(stdout) as { findings: unknown[] }[]).filter(
    ({ findings }) => findings.length > 0,
  ).length;
  const peak = Number(/peak (\d+)/.exec(stderr)?.[1] ?? NaN) / 1024;
  rows.push({
    what: `${count.toLocaleString('en')} ${count === 1 ? 'card' : 'cards'}`,
    figures: { 'clock s': seconds, 'peak MB': peak, 'with findings': found },
  });
}
rmSync(folder, { recursive: true });
report(rows);
