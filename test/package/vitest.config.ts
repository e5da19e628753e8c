import { defineConfig } from 'vitest/config';

// Tests of the VSIX that `npm run package` made, also installed into a clean VS Code.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/package/*.test.ts'],
    testTimeout: 180_000,
    // A whole workbench on a busy machine can lose a key; what is wrong in the code fails twice.
    retry: 1,
    // The first start may have to install VS Code's server.
    hookTimeout: 300_000,
  },
});
