import { markOutput } from '../editor/mark-output';

/** Tests that fail, as the extension host runs them: host.test.ts shows that this ends as a failure. */
export async function run(): Promise<void> {
  markOutput();
  console.log('The failing test ran inside VS Code.');
  await Promise.reject(new Error('This test fails on purpose.'));
}
