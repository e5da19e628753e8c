// npm run test:editor -- [--tests FILE] [--time-limit SECONDS] [oldest] [newest]
// Runs the tests in test/editor inside the oldest and the newest VS Code.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './project';
import { releaseNamed, releases } from './releases';
import { runInVSCode } from './run-in-vscode';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string', default: join(projectRoot, 'out/test/editor/index.js') },
    'time-limit': { type: 'string', default: '300' },
  },
});

const wanted = positionals.length > 0 ? positionals.map(releaseNamed) : releases;
for (const release of wanted) {
  try {
    await runInVSCode({ release, tests: values.tests, timeLimit: Number(values['time-limit']) * 1000 });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
