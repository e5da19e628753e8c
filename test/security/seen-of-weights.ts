import { readWeights } from '../../src/core/predictors/repository/read-weights';
import { sourceOf } from '../unit/core/predictors/header-files';

type Format = 'safetensors' | 'gguf';

/** Zeros behind a header, so that a small file is not taken for a Git LFS pointer. */
export const WEIGHTS = 2000;

/** What the user sees: how many parameters the header counts, or why it is not used. */
export async function seenOfWeights(format: Format, file: Uint8Array): Promise<string> {
  const source = sourceOf(file);
  const access = {
    readSmallText: () => source.readText(0, source.size),
    withFile: <T>(_: string, use: (opened: typeof source) => Promise<T>) => use(source),
  };
  const name = `model.${format}`;
  const listed = { path: name, name, depth: 0, realPath: name, bytes: file.length, format };
  const [{ problem, tensors } = {}] = await readWeights([listed], access, undefined);
  return problem?.replace(/^The header of model\.\w+ was not used: /, '') ?? `counts ${tensors?.parameters}`;
}

/** What is seen of a file that is cut off after any of its bytes, each once, without the sizes. */
export async function seenWhereCutOff(
  format: Format,
  file: Uint8Array,
  headerBytes: number,
): Promise<string[]> {
  const seen = new Set<string>();
  for (let end = 0; end < headerBytes; end++) {
    const words = await seenOfWeights(format, file.subarray(0, end));
    seen.add(words.replace(/\d+ bytes in a file of \d+/, 'N bytes in a file of M'));
  }
  return [...seen];
}
