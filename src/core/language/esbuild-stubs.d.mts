import type { Plugin } from 'esbuild';

/** Leaves out of a bundle what the language service imports and never calls. */
export const languageServerStubs: Plugin;
