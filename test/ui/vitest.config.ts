import { defineConfig } from 'vitest/config';

// Tests that drive the whole workbench by keyboard and take pictures of it.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/ui/*.test.ts'],
    // A file has a server and a browser of its own: several at once only slow each other down.
    fileParallelism: false,
    testTimeout: 180_000,
    // A whole workbench on a busy machine can lose a key; what is wrong in the code fails twice.
    retry: 1,
    // The first start may have to install VS Code's server.
    hookTimeout: 300_000,
  },
});
