import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Where hosts are installed once and kept: the folder that `@vscode/test-electron` uses for its downloads. */
export const hostCache = `${projectRoot}/.vscode-test`;
