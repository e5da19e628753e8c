import { isEmissionsFile } from '../../codecarbon/emissions-file';
import { quantizationOf } from '../headers/packed-weights';
import type { GitFacts, RepositoryFacts, WeightIndex } from '../repository-facts';
import { weightFormatOf } from '../weight-format';
import { parseRecord, readWeightIndex } from '../weight-index';
import type { Abortion, FileAccess, ListedFile, Listing } from './folder-files';
import { type ListedWeights, readWeights } from './read-weights';

/** CodeCarbon's file lies beside the card, or in an output folder of the training script. */
export const EMISSIONS_DEPTH = 3;
/** Weights lie beside the card, or one folder below it (diffusers, checkpoints). */
const WEIGHTS_DEPTH = 1;
const CONFIG_BYTES = 2_000_000;
const INDEX_BYTES = 25_000_000;
const CONFIG_NESTING = 20;
const INDEX = /\.index\.json$/;

/**
 * Reads what a card's folder tells: weights (their headers only), indexes of shards, configuration. What cannot be read
 * is described in the result.
 *
 * @param listing its files of which {@link isWanted} says so, down to {@link EMISSIONS_DEPTH}
 */
export async function repositoryFacts(
  { files, notes }: Listing,
  access: FileAccess,
  git: Promise<GitFacts>,
  signal?: Abortion,
): Promise<RepositoryFacts> {
  const config = await readConfig(files, 'config.json', access);
  const adapterConfig = await readConfig(files, 'adapter_config.json', access);
  const weights = await readWeights(weightsAmong(files), access, quantizationOf(config), signal);
  return {
    weights,
    indexes: await readIndexes(files, access),
    ...(config && { config }),
    ...(adapterConfig && { adapterConfig }),
    git: await git,
    emissionsFiles: files.filter(({ name }) => isEmissionsFile(name)).map(({ path }) => path),
    notes,
  };
}

/** Whether a file of a card's folder is of interest, `depth` folders below it. */
export function isWanted(name: string, depth: number): boolean {
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
  access: FileAccess,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const file = files.find(({ path }) => path === name);
  const text = file && (await access.readSmallText(file.realPath, CONFIG_BYTES));
  return text === undefined ? undefined : parseRecord(text, CONFIG_NESTING);
}

async function readIndexes(files: readonly ListedFile[], access: FileAccess): Promise<WeightIndex[]> {
  const indexes: WeightIndex[] = [];
  for (const file of files.filter(({ name }) => INDEX.test(name))) {
    const text = await access.readSmallText(file.realPath, INDEX_BYTES);
    const index = text === undefined ? undefined : readWeightIndex(file.path, text);
    if (index) indexes.push(index);
  }
  return indexes;
}
