import { defineConfig } from 'vitest/config';

// The host that runs tests inside VS Code, tested from outside.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/host/*.test.ts'],
    // The first run may have to install VS Code's server.
    testTimeout: 300_000,
  },
});
