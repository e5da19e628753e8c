// npm run test:editor -- [--mode restricted|web] [--tests FILE] [--only NAME] [--minutes N] [--time-limit SECONDS]
//   [oldest] [newest]
// Runs the tests in test/editor (or test/restricted, or test/web) inside the oldest and the newest VS Code.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './project';
import { releaseNamed, releases } from './releases';
import { type Mode, runInVSCode } from './run-in-vscode';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string' },
    mode: { type: 'string', default: 'trusted' },
    only: { type: 'string' },
    minutes: { type: 'string' },
    'time-limit': { type: 'string', default: '300' },
  },
});

const folders: Readonly<Record<Mode, string>> = { trusted: 'editor', restricted: 'restricted', web: 'web' };
const mode = modeNamed(values.mode);
const tests = values.tests ?? join(projectRoot, `out/test/${folders[mode]}/index.js`);
const timeLimit = Number(values['time-limit']) * 1000;
const wanted = positionals.length > 0 ? positionals.map(releaseNamed) : releases;
// The extension host inherits this environment.
if (values.only !== undefined) process.env['MODEL_CARD_CO2_ONLY'] = values.only;
if (values.minutes !== undefined) process.env['MODEL_CARD_CO2_LONG_USE'] = values.minutes;
for (const release of wanted) {
  try {
    await runInVSCode({ release, tests, timeLimit, mode });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

function modeNamed(name: string): Mode {
  if (name === 'trusted' || name === 'restricted' || name === 'web') return name;
  throw new Error(`No mode "${name}": ${Object.keys(folders).join(', ')}.`);
}
