import type { CodeCarbonRuns } from '../judgement/card-facts';
import type { RepositoryFacts } from './repository-facts';

/** Reads what lies beside a card. A machine with files has one; on the Web there is none. */
export interface RepositoryReader {
  /** Looks at the folder of a card: weights, configuration, git history, CodeCarbon's files. Paths are absolute. */
  readRepository(folder: string): Promise<RepositoryFacts>;
  /** The runs in those of CodeCarbon's files that can be read. @param files relative to the folder */
  readCodeCarbon(folder: string, files: readonly string[]): Promise<readonly CodeCarbonRuns[]>;
}
