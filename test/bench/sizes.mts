// Sizes of what users get, as built: tsx test/bench/sizes.mts [--json FILE]. The test of the package holds the same.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { report, type Row } from './report';

const root = join(import.meta.dirname, '../..');

const BUDGETS: Readonly<Record<string, number>> = {
  'extension.js': 60,
  'refit-engine.js': 250,
  'webview/predict.js': 350,
  'webview/refit.js': 350,
  'webview/workspace.js': 350,
};

execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root });
const dist = join(root, 'dist');
const rows: Row[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js') && statSync(join(dist, file)).isFile())
  .map((file) => {
    const content = readFileSync(join(dist, file));
    const atMost = BUDGETS[file];
    return {
      what: file,
      figures: { kB: content.length / 1000, 'kB gzipped': gzipSync(content).length / 1000 },
      ...(atMost !== undefined && { budget: { of: 'kB', atMost } }),
    };
  });
const vsix = join(root, `${readManifest().name}-${readManifest().version}.vsix`);
execFileSync('npm', ['run', 'package', '--silent'], { cwd: root, stdio: 'ignore' });
rows.push({
  what: 'VSIX',
  figures: { kB: statSync(vsix).size / 1000 },
  budget: { of: 'kB', atMost: 1200 },
});
report(rows);

function readManifest(): { name: string; version: string } {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };
}
