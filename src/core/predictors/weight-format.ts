import type { WeightFormat } from './repository-facts';

/** Files that look like weights and are not: what a trainer keeps to resume from. */
const TRAINER_STATE = /^(?:training_args|optimizer|scheduler|scaler|random_states|rng_state)/;

const formats: readonly (readonly [name: RegExp, format: WeightFormat])[] = [
  [/\.safetensors$/, 'safetensors'],
  [/\.gguf$/, 'gguf'],
  // ".bin" alone says nothing: fastText, OpenVINO and tokenizers use it as well.
  [/^(?:pytorch_model|adapter_model|diffusion_pytorch_model|model|consolidated)[^/]*\.bin$/, 'pytorch'],
  [/\.(?:pt|pth|ckpt)$/, 'pytorch'],
  [/\.onnx(?:_data)?$/, 'onnx'],
  [/\.(?:h5|keras)$/, 'keras'],
  [/^flax_model[^/]*\.msgpack$/, 'flax'],
];

/** The format of a file of weights, by its name without folders; undefined for every other file. */
export function weightFormatOf(name: string): WeightFormat | undefined {
  const lower = name.toLowerCase();
  if (TRAINER_STATE.test(lower)) return undefined;
  return formats.find(([pattern]) => pattern.test(lower))?.[1];
}
