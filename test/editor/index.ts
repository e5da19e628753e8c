import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { markOutput } from './mark-output';

/**
 * Runs every bundled `*.test.js` beside this file, or the one that `MODEL_CARD_CO2_ONLY` names; VS Code's extension host
 * calls it.
 *
 * @throws when a test fails or when there is none
 */
export async function run(): Promise<void> {
  markOutput();
  const failures = await runMocha().catch((error: unknown) => {
    console.log(error);
    throw error;
  });
  if (failures > 0) throw new Error(`${failures} of the editor tests failed.`);
}

/** Returns how many tests failed. */
async function runMocha(): Promise<number> {
  // Only now: Mocha keeps the `console.log` that it finds when it is loaded.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'tdd', timeout: 20_000, retries: 1, reporter: 'spec' });
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' });
  const wanted = `${process.env['MODEL_CARD_CO2_ONLY'] ?? ''}.test.js`;
  for (const file of files.filter((name) => name.endsWith(wanted)).sort())
    mocha.addFile(join(__dirname, file));
  if (mocha.files.length === 0) throw new Error(`No tests in ${__dirname}.`);
  return new Promise((resolve) => {
    mocha.run(resolve);
  });
}
