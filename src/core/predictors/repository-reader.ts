import type { RepositoryFacts } from './repository-facts';

/** Reads what lies beside a card. A machine with files has one; on the Web there is none. */
export interface RepositoryReader {
  /** Looks at the folder of a card: weights, configuration, git history, CodeCarbon's files. Paths are absolute. */
  readRepository(folder: string): Promise<RepositoryFacts>;
  /** The text of a small file, such as an `emissions.csv` that was found. */
  readText(file: string): Promise<string>;
}
