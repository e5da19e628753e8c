import type { RepositoryReader } from '../core/predictors/repository-reader';

/** Reads this machine's files; the code that does is loaded when the first card asks for it. */
export const repositoryReader: RepositoryReader = {
  reads: (scheme) => scheme === 'file',
  async readRepository(folder) {
    const { readRepository } = await import('./repository');
    return readRepository(folder, { git: true });
  },
  async readCodeCarbon(folder, files) {
    const { readCodeCarbon } = await import('./repository');
    return readCodeCarbon(folder, files);
  },
};
