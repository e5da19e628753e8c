import { describe, expect, test } from 'vitest';
import { accelerators, findAccelerators } from '../../../../src/core/physical/accelerators';

/** Number and rated power of what a text names: "8 × 250-400 W". */
function read(text: string): string[] {
  return accelerators(text).map(
    ({ count, watts: { low, high } }) => `${count} × ${low === high ? low : `${low}-${high}`} W`,
  );
}

describe('names', () => {
  test.each([
    ['NVIDIA A100-SXM4-40GB', ['1 × 400 W']],
    ['A100 PCIe 40GB', ['1 × 250-300 W']],
    ['NVIDIA A100 40GB', ['1 × 250-400 W']],
    ['1 v100 GPU', ['1 × 250-300 W']],
    ['Tesla V-100 hardware', ['1 × 250-300 W']],
    ['Tesla V100-SXM2-16GB', ['1 × 300 W']],
    ['NVIDIA GeForce RTX 3090', ['1 × 350 W']],
    ['rtx3090', ['1 × 350 W']],
    ['GeForce 3090', ['1 × 350 W']],
    ['RTX 3060 Laptop GPU', ['1 × 35-170 W']],
    ['RTX 4070 Ti SUPER', ['1 × 285 W']],
    ['NVIDIA RTX 4000 Ada', ['1 × 130 W']],
    ['RTX A6000', ['1 × 300 W']],
    ['Colab T4', ['1 × 70 W']],
    ['GTX 1080 Ti', ['1 × 250 W']],
    ['H100 SXM5', ['1 × 700 W']],
    ['AMD Instinct MI250X', ['1 × 500-560 W']],
    ['TPU v3', ['1 × 283 W']],
    ['TPUv4', ['1 × 170-192 W']],
    ['Apple M1', ['1 × 39 W']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('numbers of devices', () => {
  test.each([
    ['8xA100', ['8 × 250-400 W']],
    ['8 x A100 80GB', ['8 × 250-400 W']],
    ['16 NVIDIA A100-SXM4-80GB', ['16 × 400 W']],
    ['NVIDIA V100 (7 GPUs)', ['7 × 250-300 W']],
    ['A100 80GB x 4', ['4 × 250-400 W']],
    ['T4 ×2', ['2 × 70 W']],
    ['1 - T4 GPU', ['1 × 70 W']],
    ['four Tesla T4', ['4 × 70 W']],
    ['a single RTX 3090', ['1 × 350 W']],
    ['2 nodes with 8 A100 each', ['16 × 250-400 W']],
    ['TPU v3-8', ['4 × 283 W']],
    ['2 hours of V100', ['1 × 250-300 W']],
    ['Python 3.8, A100', ['1 × 250-400 W']],
    ['A100 (40GB)', ['1 × 250-400 W']],
    ['8 A100 (A100 80GB)', ['8 × 250-400 W']],
    ['2x RTX 3090 and 4 T4', ['2 × 350 W', '4 × 70 W']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

test.each([
  'More information needed',
  'a GPU',
  'XA100',
  'A1000',
  'the T5 model',
  '3090 steps',
  'Intel i7',
  '',
])('%s names none', (text) => expect(read(text)).toEqual([]));

test('the range takes in number, form and memory', () => {
  const text = 'trained on 8 x NVIDIA A100-SXM4-80GB for a week';
  const [found] = findAccelerators(text);
  expect(text.slice(found?.range.start, found?.range.end)).toBe('8 x NVIDIA A100-SXM4-80GB');
});
