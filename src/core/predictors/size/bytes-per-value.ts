import * as l10n from '@vscode/l10n';
import { quantizationOf } from '../headers/packed-weights';
import type { WeightFile } from '../repository-facts';

/** How many bytes of a file one parameter takes. */
export interface BytesPerValue {
  readonly bytes: number;
  /** Where that is from: 'torch_dtype "bfloat16" of config.json'. */
  readonly origin: string;
  /** Nothing says it: four bytes, as PyTorch writes by default. */
  readonly guessed: boolean;
}

const typeBytes: readonly (readonly [type: RegExp, bytes: number])[] = [
  [/^(?:torch\.)?float64$/, 8],
  [/^(?:torch\.)?float32$/, 4],
  [/^(?:torch\.)?b?float16$/, 2],
  [/^(?:torch\.)?(?:float8|f8|int8)/, 1],
];

/** Bits of a weight with its share of the scales, by the label in the name of a GGUF file (llama.cpp's table). */
const ggufBits: readonly (readonly [label: RegExp, bits: number])[] = [
  [/\bi?q1/, 1.9],
  [/\bi?q2/, 2.8],
  [/\bi?q3/, 3.7],
  [/\b(?:i?q4|mxfp4)/, 4.7],
  [/\bq5/, 5.6],
  [/\bq6/, 6.6],
  [/\bq8/, 8.5],
  [/\bb?f16/, 16],
  [/\bf32/, 32],
];

/** How the values of a file of weights are stored, as far as names and `config.json` tell. */
export function bytesPerValue(
  file: WeightFile,
  config: Readonly<Record<string, unknown>> | undefined,
): BytesPerValue {
  const name = file.path.toLowerCase().replaceAll('_', ' ');
  if (file.format === 'gguf') {
    const bits = ggufBits.find(([label]) => label.test(name))?.[1];
    if (bits !== undefined) {
      return { bytes: bits / 8, origin: l10n.t('the label in its name'), guessed: false };
    }
  }
  if (/\b(?:b?fp?16|half)\b/.test(name)) {
    return { bytes: 2, origin: l10n.t('the label in its name'), guessed: false };
  }
  const quantization = quantizationOf(config);
  if (quantization?.bits !== undefined) {
    return {
      bytes: quantization.bits / 8,
      origin: l10n.t('{0} in config.json', 'quantization_config'),
      guessed: false,
    };
  }
  const type = config?.torch_dtype ?? config?.dtype;
  const bytes = typeof type === 'string' ? typeBytes.find(([pattern]) => pattern.test(type))?.[1] : undefined;
  if (typeof type === 'string' && bytes !== undefined) {
    return { bytes, origin: l10n.t('the type {0} in config.json', type), guessed: false };
  }
  return { bytes: 4, origin: l10n.t('an assumed 4 bytes a parameter'), guessed: true };
}
