// Builds the command line where this repository is installed with npm, as pre-commit does.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env, execPath, exit } from 'node:process';

const root = import.meta.dirname;

// npm leaves out what is needed for building where it installs a repository globally (npm/cli#8440).
if (!existsSync(join(root, 'node_modules/esbuild')))
  run(env.npm_execpath, ['ci', '--ignore-scripts', '--no-global']);
run(join(root, 'esbuild.mjs'), ['--production', '--cli']);

/** Runs a script of Node with all output to standard error: the output of `npm pack` is the name of the package. */
function run(script, args) {
  const own = Object.entries(env).filter(([name]) => !/^npm_config_(?:global|location)$/i.test(name));
  const { status } = spawnSync(execPath, [script, ...args], {
    cwd: root,
    env: Object.fromEntries(own),
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) exit(1);
}
