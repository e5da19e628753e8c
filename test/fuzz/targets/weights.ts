import { countParameters } from '../../../src/core/predictors/headers/count-parameters';
import { readGguf } from '../../../src/core/predictors/headers/gguf';
import { HeaderError } from '../../../src/core/predictors/headers/header-error';
import { pointerSize } from '../../../src/core/predictors/headers/lfs-pointer';
import { readSafetensors } from '../../../src/core/predictors/headers/safetensors';
import { parseRecord, readWeightIndex } from '../../../src/core/predictors/weight-index';
import { ggufFile, safetensorsFile, sourceOf } from '../../unit/core/predictors/header-files';
import type { FuzzTarget } from '../fuzz-target';
import { mutateBytes } from '../mutate-bytes';
import { orRefusal } from '../readable';

const TENSORS = [
  { name: 'embed.weight', type: 'BF16', shape: [32, 4] },
  { name: 'norm.weight', type: 'F32', shape: [4] },
  { name: 'lm_head.weight', type: 'F16', shape: [4, 8, 2] },
];
const GGUF = [
  { name: 'token_embd.weight', type: 'Q4_K', shape: [256, 2] },
  { name: 'output_norm.weight', type: 'F32', shape: [64] },
] as const;
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** Headers of weights, indexes of shards, pointers of Git LFS: what lies beside a card. */
const SEEDS = [
  safetensorsFile(TENSORS, { format: 'pt' }),
  ggufFile(GGUF),
  ggufFile(GGUF, { version: 1, type: 'adapter' }),
  ggufFile(GGUF, { littleEndian: false }),
  text(
    JSON.stringify({
      metadata: { total_size: 1024 },
      weight_map: { 'a.b': 'model-1.safetensors', c: 'model-2.safetensors' },
    }),
  ),
  text(
    JSON.stringify({
      model_type: 'llama',
      hidden_size: 64,
      num_hidden_layers: 2,
      vocab_size: 100,
      torch_dtype: 'bfloat16',
    }),
  ),
  text(`version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`),
];

export const weights: FuzzTarget<Uint8Array> = {
  share: 4,
  limit: 100,
  make: (random) => mutateBytes(random.pick(SEEDS), random),
  read: async (bytes) => {
    const source = sourceOf(bytes);
    await orRefusal(async () => countParameters(await readSafetensors(source)), HeaderError);
    await orRefusal(async () => countParameters((await readGguf(source)).tensors), HeaderError);
    const decoded = new TextDecoder().decode(bytes);
    readWeightIndex('model.safetensors.index.json', decoded);
    parseRecord(decoded, 20);
    pointerSize(decoded);
  },
};
