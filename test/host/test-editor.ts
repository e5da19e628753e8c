// npm run test:editor [oldest|newest]: the tests in test/editor, inside the oldest and the newest VS Code.
import { join } from 'node:path';
import { projectRoot } from './project';
import { releaseNamed, releases } from './releases';
import { runInVSCode } from './run-in-vscode';

const timeLimit = 300_000;

const named = process.argv.slice(2).map(releaseNamed);
for (const release of named.length > 0 ? named : releases) {
  try {
    await runInVSCode({ release, tests: join(projectRoot, 'out/test/editor/index.js'), timeLimit });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
