import { quantizationOf } from '../../core/predictors/headers/packed-weights';
import type { RepositoryFacts, WeightIndex } from '../../core/predictors/repository-facts';
import { weightFormatOf } from '../../core/predictors/weight-format';
import { parseRecord, readWeightIndex } from '../../core/predictors/weight-index';
import { isEmissionsFile } from '../../core/codecarbon/emissions-file';
import { type ListedFile, listFiles } from './list-files';
import { readSmallText } from './open-source';
import { readGitHistory } from './read-git-history';
import { type ListedWeights, readWeights } from './read-weights';

export interface ReadRepositoryOptions {
  /** Whether git may be started; in Restricted Mode it may not be. */
  readonly git: boolean;
  readonly signal?: AbortSignal;
}

/** CodeCarbon's file lies beside the card, or in an output folder of the training script. */
const EMISSIONS_DEPTH = 3;
/** Weights lie beside the card, or one folder below it (diffusers, checkpoints). */
const WEIGHTS_DEPTH = 1;
const CONFIG_BYTES = 2_000_000;
const INDEX_BYTES = 25_000_000;
const CONFIG_NESTING = 20;
const INDEX = /\.index\.json$/;

/**
 * Looks at the folder of a card: weights (their headers only), configuration, git history, CodeCarbon's files.
 * Starts git only with `options.git`. Rejects with the signal's reason when aborted, and for nothing else: what
 * cannot be read is described in the result.
 */
export async function readRepository(
  folder: string,
  options: ReadRepositoryOptions,
): Promise<RepositoryFacts> {
  const { signal } = options;
  const git = readGitHistory(folder, options);
  // Should listing fail first, the history's rejection must not go unhandled.
  git.catch(() => undefined);
  const { files, notes } = await listAll(folder, signal);
  const config = await readConfig(files, 'config.json');
  const adapterConfig = await readConfig(files, 'adapter_config.json');
  const weights = await readWeights(weightsAmong(files), quantizationOf(config), signal);
  return {
    weights,
    indexes: await readIndexes(files),
    ...(config && { config }),
    ...(adapterConfig && { adapterConfig }),
    git: await git,
    emissionsFiles: files.filter(({ name }) => isEmissionsFile(name)).map(({ path }) => path),
    notes,
  };
}

async function listAll(
  folder: string,
  signal: AbortSignal | undefined,
): Promise<{ files: readonly ListedFile[]; notes: readonly string[] }> {
  try {
    return await listFiles(folder, { wanted, maxDepth: EMISSIONS_DEPTH, ...(signal && { signal }) });
  } catch (error) {
    signal?.throwIfAborted();
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return { files: [], notes: [`The card's folder cannot be read (${code}).`] };
  }
}

function wanted(name: string, depth: number): boolean {
  if (isEmissionsFile(name)) return true;
  if (depth > WEIGHTS_DEPTH) return false;
  return weightFormatOf(name) !== undefined || INDEX.test(name) || /^(?:adapter_)?config\.json$/.test(name);
}

function weightsAmong(files: readonly ListedFile[]): ListedWeights[] {
  return files.flatMap((file) => {
    const format = file.depth <= WEIGHTS_DEPTH ? weightFormatOf(file.name) : undefined;
    return format ? [{ ...file, format }] : [];
  });
}

async function readConfig(
  files: readonly ListedFile[],
  name: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const file = files.find(({ path }) => path === name);
  const text = file && (await readSmallText(file.realPath, CONFIG_BYTES));
  return text === undefined ? undefined : parseRecord(text, CONFIG_NESTING);
}

async function readIndexes(files: readonly ListedFile[]): Promise<WeightIndex[]> {
  const indexes: WeightIndex[] = [];
  for (const file of files.filter(({ name }) => INDEX.test(name))) {
    const text = await readSmallText(file.realPath, INDEX_BYTES);
    const index = text === undefined ? undefined : readWeightIndex(file.path, text);
    if (index) indexes.push(index);
  }
  return indexes;
}
