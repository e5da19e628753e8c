import * as l10n from '@vscode/l10n';
import type { Predictor } from '../predictor';
import type { RepositoryFacts, WeightFile, WeightIndex } from '../repository-facts';
import { type BytesPerValue, bytesPerValue } from './bytes-per-value';
import { bytesOf, modelSets, namesOf, type WeightSet } from './weight-sets';

/** The size as the headers of local safetensors or GGUF files count it. */
export function sizeInHeaders(repository: RepositoryFacts): Predictor<number> | undefined {
  for (const set of modelSets(repository)) {
    if (!set.complete) continue;
    const counts = set.files.flatMap(({ tensors }) => tensors ?? []);
    const value = counts.reduce((sum, { parameters }) => sum + parameters, 0);
    if (counts.length < set.files.length || value === 0) continue;
    const source = set.files[0]?.format === 'gguf' ? 'gguf' : 'safetensors';
    const kind = counts.some(({ lowerBound }) => lowerBound) ? 'assumed' : 'measured';
    const note = counts.find((count) => count.note !== undefined)?.note;
    return { value, origin: headerOf(set, source), kind, source, ...(note !== undefined && { note }) };
  }
  return undefined;
}

function headerOf(set: WeightSet, format: 'gguf' | 'safetensors'): string {
  const names = namesOf(set);
  if (set.files.length > 1) {
    return format === 'gguf'
      ? l10n.t('the GGUF headers of {0}', names)
      : l10n.t('the safetensors headers of {0}', names);
  }
  return format === 'gguf'
    ? l10n.t('the GGUF header of {0}', names)
    : l10n.t('the safetensors header of {0}', names);
}

/** The size that the index of sharded safetensors states, for clones where the shards are absent or pointers. */
export function sizeInIndex({ indexes, config }: RepositoryFacts): Predictor<number> | undefined {
  const index = indexes.find(({ path }) => path.endsWith('.safetensors.index.json')) ?? indexes[0];
  if (!index) return undefined;
  if (index.totalParameters !== undefined) {
    const origin = l10n.t('total_parameters in {0}', index.path);
    return { value: index.totalParameters, origin, kind: 'measured', source: 'safetensors-index' };
  }
  return fromTotalSize(index, config);
}

function fromTotalSize(
  { path, totalSize }: WeightIndex,
  config: RepositoryFacts['config'],
): Predictor<number> | undefined {
  const format = path.endsWith('.safetensors.index.json') ? 'safetensors' : 'pytorch';
  const per = bytesPerValue({ path, format, bytes: 0, pointer: false }, config);
  if (totalSize === undefined || per.guessed) return undefined;
  return {
    value: Math.round(totalSize / per.bytes),
    origin: l10n.t('total_size in {0} and {1}', path, per.origin),
    kind: 'assumed',
    source: 'safetensors-index',
  };
}

/** Whether only estimates with a known type are wanted, or also those that assume four bytes a parameter. */
export type TypeKnowledge = 'known' | 'guessed';

/**
 * An estimate from the size of the files, for Git LFS pointers and for formats whose header does not count:
 * bytes over bytes a parameter. Files may hold more than weights, so this is never more than an estimate.
 */
export function sizeInBytes(
  repository: RepositoryFacts,
  types: TypeKnowledge,
): Predictor<number> | undefined {
  for (const set of modelSets(repository)) {
    const [first] = set.files;
    // A file whose header is damaged may hold anything, or be cut short.
    if (!first || !set.complete || set.files.some(({ problem }) => problem !== undefined)) continue;
    const per = typeOf(set, first, repository.config);
    if (per.guessed !== (types === 'guessed')) continue;
    const value = Math.round(bytesOf(set) / per.bytes);
    if (value > 0) return estimate(value, set, first, per);
  }
  return undefined;
}

/** Shards whose headers were read tell how the others are stored. */
function typeOf(set: WeightSet, first: WeightFile, config: RepositoryFacts['config']): BytesPerValue {
  const read = set.files.find(({ tensors }) => tensors !== undefined && tensors.parameters > 0);
  if (!read?.tensors) return bytesPerValue(first, config);
  return {
    bytes: read.bytes / read.tensors.parameters,
    origin: l10n.t('the header of {0}', read.path),
    guessed: false,
  };
}

function estimate(value: number, set: WeightSet, first: WeightFile, per: BytesPerValue): Predictor<number> {
  const pointers = set.files.some(({ pointer }) => pointer);
  const origin = pointers
    ? l10n.t('the Git LFS pointer of {0} and {1}', namesOf(set), per.origin)
    : l10n.t('the size of {0} and {1}', namesOf(set), per.origin);
  const note = pointers
    ? l10n.t(
        'The weights themselves are not here (git lfs pull fetches them); this is an estimate from their size.',
      )
    : l10n.t('This is an estimate: {0} may hold more than the weights.', first.path);
  return {
    value,
    origin,
    kind: 'assumed',
    source: pointers ? 'lfs-pointer' : 'file-size',
    note,
  };
}
