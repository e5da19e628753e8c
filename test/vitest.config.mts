import { defineConfig } from 'vitest/config';

// Everything that needs no editor. Tests inside VS Code have a runner of their own: test/host.
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/{unit,golden,property,corpus,cli,fuzz,security}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
