import { markOutput } from './mark-output';

/**
 * Runs the tests beside this file; the extension host in the browser calls it.
 *
 * @throws when a test fails
 */
export async function run(): Promise<void> {
  markOutput();
  // Only now: Mocha keeps the `console.log` that it finds when it is loaded.
  const mocha = await import('./mocha');
  await import('./web.test');
  await import('./refit.test');
  await import('./no-network.test');
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} of the tests in the browser failed.`);
}
