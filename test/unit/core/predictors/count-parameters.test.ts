import { describe, expect, test } from 'vitest';
import { countParameters } from '../../../../src/core/predictors/headers/count-parameters';
import { quantizationOf } from '../../../../src/core/predictors/headers/packed-weights';
import { readSafetensors } from '../../../../src/core/predictors/headers/safetensors';
import { safetensorsFile, sourceOf, type WrittenTensor } from './header-files';

async function count(tensors: readonly WrittenTensor[], config: Record<string, unknown> = {}) {
  return countParameters(await readSafetensors(sourceOf(safetensorsFile(tensors))), quantizationOf(config));
}

const tensor = (name: string, type: string, ...shape: number[]): WrittenTensor => ({ name, type, shape });
/** A layer of 64 × 32 weights, as each method stores it. */
const WEIGHTS = 64 * 32;

describe('parameters of a file', () => {
  test('are all values of all tensors, buffers included, by the type that they are stored in', async () => {
    const found = await count([
      tensor('layer.weight', 'BF16', 64, 32),
      tensor('layer.bias', 'BF16', 64),
      tensor('embeddings.position_ids', 'I64', 1, 512),
    ]);
    expect(found).toEqual({ parameters: WEIGHTS + 64 + 512, byType: { BF16: WEIGHTS + 64, I64: 512 } });
  });

  const gptq = { quantization_config: { quant_method: 'gptq', bits: 4 } };
  const packed: [method: string, tensors: WrittenTensor[], config: Record<string, unknown>][] = [
    [
      'GPTQ, eight 4-bit weights in an integer',
      [
        tensor('l.qweight', 'I32', 8, 32),
        tensor('l.qzeros', 'I32', 1, 4),
        tensor('l.scales', 'F16', 1, 32),
        tensor('l.g_idx', 'I32', 64),
      ],
      gptq,
    ],
    [
      'GPTQ with 3 bits, 32 weights in three integers',
      [tensor('l.qweight', 'I32', 6, 32), tensor('l.scales', 'F16', 1, 32)],
      { quantization_config: { quant_method: 'gptq', bits: 3 } },
    ],
    [
      'AWQ, without a word in config.json',
      [tensor('l.qweight', 'I32', 64, 4), tensor('l.scales', 'F16', 1, 32), tensor('l.qzeros', 'I32', 1, 4)],
      {},
    ],
    [
      'bitsandbytes, two 4-bit weights in a byte',
      [
        tensor('l.weight', 'U8', 1024, 1),
        tensor('l.weight.absmax', 'U8', 32),
        tensor('l.weight.quant_map', 'F32', 16),
        tensor('l.weight.nested_absmax', 'F32', 1),
        tensor('l.weight.nested_quant_map', 'F32', 256),
        tensor('l.weight.quant_state.bitsandbytes__nf4', 'U8', 82),
      ],
      { quantization_config: { quant_method: 'bitsandbytes', load_in_4bit: true } },
    ],
    [
      'compressed-tensors',
      [
        tensor('l.weight_packed', 'I32', 64, 4),
        tensor('l.weight_scale', 'BF16', 64, 1),
        tensor('l.weight_shape', 'I64', 2),
      ],
      {
        quantization_config: {
          quant_method: 'compressed-tensors',
          format: 'pack-quantized',
          config_groups: { group_0: { weights: { num_bits: 4 } } },
        },
      },
    ],
    [
      'MXFP4, in blocks with scales',
      [tensor('l_blocks', 'U8', 64, 1, 16), tensor('l_scales', 'U8', 64, 1)],
      { quantization_config: { quant_method: 'mxfp4' } },
    ],
    [
      'NVFP4 as ModelOpt stores it',
      [
        tensor('l.weight', 'U8', 64, 16),
        tensor('l.weight_scale', 'U8', 64, 2),
        tensor('l.weight_scale_2', 'F32'),
      ],
      { quantization_config: { quant_method: 'modelopt' } },
    ],
    ['a native type of four bits', [tensor('l.weight', 'F4', 64, 32)], {}],
    [
      'eight bits with a scale',
      [tensor('l.weight', 'I8', 64, 32), tensor('l.SCB', 'F32', 64), tensor('l.weight_format', 'U8')],
      { quantization_config: { quant_method: 'bitsandbytes', load_in_8bit: true } },
    ],
  ];

  test.each(packed)('%s: the weights, not what they are packed in', async (_method, tensors, config) => {
    expect((await count(tensors, config)).parameters).toBe(WEIGHTS);
  });

  test('say that they were unpacked', async () => {
    const found = await count([tensor('l.qweight', 'I32', 8, 32), tensor('l.scales', 'F16', 1, 32)], gptq);
    expect(found.note).toBe('Packed 4-bit weights were counted one by one, without their scales.');
  });

  test('packed in a way that is not known here are counted as stored, and said to be more', async () => {
    const config = { quantization_config: { quant_method: 'hqq', bits: 4 } };
    expect(await count([tensor('l.W_q', 'U8', 32, 32)], config)).toMatchObject({
      parameters: 1024,
      lowerBound: true,
      note: 'The weights are packed by hqq and were counted as stored; the true number is larger.',
    });
  });

  test('of a model that is quantised only when it is loaded need no word', async () => {
    const config = { quantization_config: { quant_method: 'bitsandbytes', load_in_4bit: true } };
    expect(await count([tensor('l.weight', 'BF16', 64, 32)], config)).toEqual({
      parameters: WEIGHTS,
      byType: { BF16: WEIGHTS },
    });
  });

  test('are not mistaken for scales because of their names alone', async () => {
    const found = await count([tensor('head.scales', 'F32', 7), tensor('time_blocks', 'U8', 5)]);
    expect(found.parameters).toBe(12);
  });
});
