// npm run test:editor -- [--tests FILE] [--restricted] [--time-limit SECONDS] [oldest] [newest]
// Runs the tests in test/editor inside the oldest and the newest VS Code, and with --restricted those in test/restricted
// in a workspace that is not trusted.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './project';
import { releaseNamed, releases } from './releases';
import { runInVSCode } from './run-in-vscode';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string' },
    restricted: { type: 'boolean', default: false },
    'time-limit': { type: 'string', default: '300' },
  },
});

const { restricted } = values;
const tests = values.tests ?? join(projectRoot, `out/test/${restricted ? 'restricted' : 'editor'}/index.js`);
const timeLimit = Number(values['time-limit']) * 1000;
const wanted = positionals.length > 0 ? positionals.map(releaseNamed) : releases;
for (const release of wanted) {
  try {
    await runInVSCode({ release, tests, timeLimit, restricted });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
