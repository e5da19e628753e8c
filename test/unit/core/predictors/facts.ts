import type { PredictorInput } from '../../../../src/core/predictors/predictor-input';
import type {
  GitHistory,
  RepositoryFacts,
  WeightFile,
} from '../../../../src/core/predictors/repository-facts';

/** A folder with nothing in it, in a place without git, and what a test puts there. */
export function repository(found: Partial<RepositoryFacts> = {}): RepositoryFacts {
  return {
    weights: [],
    indexes: [],
    git: { state: 'no-repository', message: 'The folder of this card is not in a git repository.' },
    emissionsFiles: [],
    notes: [],
    ...found,
  };
}

/** A file of weights; with `parameters`, one whose header was read. */
export function weights(path: string, found: Partial<WeightFile> & { parameters?: number } = {}): WeightFile {
  const { parameters, ...rest } = found;
  const format = path.endsWith('.gguf') ? 'gguf' : path.endsWith('.safetensors') ? 'safetensors' : 'pytorch';
  return {
    path,
    format,
    bytes: 1000,
    pointer: false,
    ...(parameters !== undefined && { tensors: { parameters, byType: { F32: parameters } } }),
    ...rest,
  };
}

/** A history of 12 commits over 40 days and a bit. */
export function history(found: Partial<GitHistory> = {}): GitHistory {
  const firstCommit = 1_700_000_000;
  const lastCommit = firstCommit + 40 * 86_400 + 3600;
  return {
    state: 'history',
    commits: 12,
    firstCommit,
    lastCommit,
    shallow: false,
    scope: 'repository',
    ...found,
  };
}

/** A card without front matter, text or surroundings, and what a test knows of it. */
export function card(known: Partial<PredictorInput> = {}): PredictorInput {
  return { metadata: {}, body: '', ...known };
}
