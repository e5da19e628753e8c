import type { RepositoryReader } from '../core/predictors/repository-reader';

/** Reads this machine's files; the code that does is evaluated when the first card asks for it. */
export const repositoryReader: RepositoryReader = {
  async readRepository(folder) {
    const { readRepository } = await import('./repository/read-repository');
    return readRepository(folder, { git: true });
  },
  async readCodeCarbon(folder, files) {
    const { readCodeCarbon } = await import('./repository/read-codecarbon');
    return readCodeCarbon(folder, files);
  },
};
