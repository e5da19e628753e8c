import type { RepositoryFacts } from '../core/predictors/repository-facts';

/** What the extension needs from the machine it runs on. On the Web there is no machine, and nothing here. */
export interface Host {
  /** Looks at the folder of a card: weights, configuration, git history, CodeCarbon's files. */
  readRepository(folder: string): Promise<RepositoryFacts>;
  /** The text of a file below a card's folder. */
  readText(file: string): Promise<string>;
}
