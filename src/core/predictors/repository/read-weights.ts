import * as l10n from '@vscode/l10n';
import { excerpt } from '../../card/excerpt';
import { countParameters } from '../headers/count-parameters';
import { readGguf } from '../headers/gguf';
import { HeaderError } from '../headers/header-error';
import { POINTER_LIMIT, pointerSize } from '../headers/lfs-pointer';
import type { Quantization } from '../headers/packed-weights';
import { readSafetensors } from '../headers/safetensors';
import type { TensorCount, WeightFile, WeightFormat } from '../repository-facts';
import type { Abortion, FileAccess, ListedFile } from './folder-files';

/** Enough for the largest sharded models (a few hundred files); above it, headers are left unread. */
const HEADER_FILES = 2000;
/** Files that are read at the same time. */
const PARALLEL = 8;

/** A listed file with its format. */
export type ListedWeights = ListedFile & { readonly format: WeightFormat };

/** Reads the headers of weights, never the weights themselves. What cannot be read is said, not thrown. */
export async function readWeights(
  files: readonly ListedWeights[],
  access: FileAccess,
  quantization: Quantization | undefined,
  signal?: Abortion,
): Promise<WeightFile[]> {
  const weights: WeightFile[] = [];
  for (let i = 0; i < files.length; i += PARALLEL) {
    signal?.throwIfAborted();
    const batch = files.slice(i, i + PARALLEL);
    weights.push(
      ...(await Promise.all(
        batch.map((file, j) => readOne(file, access, quantization, i + j < HEADER_FILES)),
      )),
    );
  }
  return weights;
}

async function readOne(
  file: ListedWeights,
  access: FileAccess,
  quantization: Quantization | undefined,
  readHeader: boolean,
): Promise<WeightFile> {
  const { path, format, bytes } = file;
  if (bytes <= POINTER_LIMIT) {
    const stated = pointerSize((await access.readSmallText(file.realPath, POINTER_LIMIT)) ?? '');
    if (stated !== undefined) return { path, format, bytes: stated, pointer: true };
  }
  const described = { path, format, bytes, pointer: false };
  if (!readHeader || (format !== 'safetensors' && format !== 'gguf')) return described;
  try {
    return { ...described, tensors: await countIn(file, access, quantization) };
  } catch (error) {
    const problem = l10n.t('The header of {0} was not used: {1}.', excerpt(path), reasonOf(error));
    return { ...described, problem };
  }
}

async function countIn(
  file: ListedWeights,
  access: FileAccess,
  quantization: Quantization | undefined,
): Promise<TensorCount> {
  return access.withFile(file.realPath, async (source) => {
    if (file.format === 'safetensors') return countParameters(await readSafetensors(source), quantization);
    const { tensors, type } = await readGguf(source);
    const count = countParameters(tensors);
    if (type === 'adapter') return { ...count, part: 'adapter' };
    return type === 'mmproj' || file.name.startsWith('mmproj') ? { ...count, part: 'projector' } : count;
  });
}

/** Everything that is not the header's fault is the file system's: its code is short and says enough. */
function reasonOf(error: unknown): string {
  if (error instanceof HeaderError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : l10n.t('unknown error');
  return l10n.t('the file cannot be read ({0})', code);
}
