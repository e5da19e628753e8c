import { readFile } from 'node:fs/promises';
import type { Host } from '../vscode/host';

/** The machine, for the editor. What reads repositories is loaded when the first card asks for it. */
export const nodeHost: Host = {
  async readRepository(folder) {
    const { readRepository } = await import('./repository/read-repository');
    return readRepository(folder, { git: true });
  },
  readText: (file) => readFile(file, 'utf8'),
};
