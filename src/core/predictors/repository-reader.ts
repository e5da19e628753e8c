import type { CodeCarbonRuns } from '../judgement/card-facts';
import type { RepositoryFacts } from './repository-facts';

/** Reads what lies beside a card: of this machine's files with Node, of the editor's own on the Web. */
export interface RepositoryReader {
  /** Whether it reads files of this scheme, such as `file`. */
  reads(scheme: string): boolean;
  /** Looks at the folder of a card: weights, configuration, git history, CodeCarbon's files. Paths are absolute, or addresses. */
  readRepository(folder: string): Promise<RepositoryFacts>;
  /** The runs in those of CodeCarbon's files that can be read. @param files relative to the folder */
  readCodeCarbon(folder: string, files: readonly string[]): Promise<readonly CodeCarbonRuns[]>;
}
