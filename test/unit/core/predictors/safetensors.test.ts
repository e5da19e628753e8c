import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HeaderError } from '../../../../src/core/predictors/headers/header-error';
import { readSafetensors } from '../../../../src/core/predictors/headers/safetensors';
import { safetensorsFile, safetensorsOf, sourceOf } from './header-files';

const read = (file: Uint8Array) => readSafetensors(sourceOf(file));

describe('the header of a safetensors file', () => {
  test('names every tensor with its number of values; a scalar has one', async () => {
    const file = safetensorsFile(
      [
        { name: 'embeddings', type: 'F32', shape: [10, 4] },
        { name: 'scale', type: 'BF16', shape: [] },
        { name: 'empty', type: 'F16', shape: [0, 7] },
      ],
      { format: 'pt' },
    );
    const tensors = await read(file);
    expect(tensors.map(({ name, type, elements }) => [name, type, elements])).toEqual([
      ['embeddings', 'F32', 40],
      ['scale', 'BF16', 1],
      ['empty', 'F16', 0],
    ]);
  });

  test('is all that is read: not one byte of the weights', async () => {
    const file = safetensorsFile([{ name: 'w', type: 'F32', shape: [1000, 1000] }]);
    const source = sourceOf(file);
    await readSafetensors(source);
    expect(source.bytesRead).toBe(file.length - 4_000_000);
  });

  test('may name a type that is newer than this reader', async () => {
    const header = '{"w": {"dtype": "F2_NEW", "shape": [64], "data_offsets": [0, 16]}}';
    expect((await read(safetensorsOf(header, 16)))[0]?.elements).toBe(64);
  });

  test('may hold brackets and quotes in names', async () => {
    const name = 'a"[[[[{": ';
    const tensors = await read(safetensorsFile([{ name, type: 'U8', shape: [3] }]));
    expect(tensors.map((tensor) => tensor.name)).toEqual([name]);
  });

  test('may call a tensor after something that every object has', async () => {
    const header = '{"__proto__": {"dtype": "constructor", "shape": [2], "data_offsets": [0, 2]}}';
    expect((await read(safetensorsOf(header, 2)))[0]?.name).toBe('__proto__');
  });
});

const tensor = (shape: string, offsets: string, dtype = 'F32') =>
  `{"dtype": "${dtype}", "shape": ${shape}, "data_offsets": ${offsets}}`;

describe('a broken or hostile file is refused with the reason', () => {
  const cases: [what: string, file: Uint8Array, reason: RegExp][] = [
    ['an empty file', new Uint8Array(0), /too short/],
    ['seven bytes', new Uint8Array(7), /too short/],
    [
      'a header of 2^63 bytes',
      safetensorsOf('{}', 0, 2n ** 63n),
      /header of 9223372036854775808 bytes in a file of 10/,
    ],
    [
      'a header one byte longer than the file',
      safetensorsOf('{}', 0, 3n),
      /header of 3 bytes in a file of 10/,
    ],
    [
      'a header that is longer than any real one',
      safetensorsOf(' '.repeat(25_000_001), 0),
      /more than 25000000/,
    ],
    ['a header without length', safetensorsOf('', 0), /empty/],
    ['a header that is no JSON', safetensorsOf('{"w": ', 0), /not valid JSON/],
    ['a list', safetensorsOf('[1, 2]', 0), /not a mapping/],
    ['a million brackets', safetensorsOf('['.repeat(1_000_000), 0), /nested too deeply/],
    ['brackets within a tensor', safetensorsOf('{"w": {"shape": [[[[1]]]]}}', 0), /nested too deeply/],
    [
      'a name given twice',
      safetensorsOf(`{"w": ${tensor('[1]', '[0, 4]')}, "w": ${tensor('[1]', '[0, 4]')}}`, 4),
      /twice/,
    ],
    [
      'a shape given twice',
      safetensorsOf('{"w": {"dtype": "U8", "shape": [1], "shape": [9], "data_offsets": [0, 1]}}', 1),
      /twice/,
    ],
    [
      'a negative shape',
      safetensorsOf(`{"w": ${tensor('[-2, -2]', '[0, 16]')}}`, 16),
      /"-2", which is no size/,
    ],
    [
      'a fraction of a shape',
      safetensorsOf(`{"w": ${tensor('[1.5]', '[0, 6]')}}`, 6),
      /"1.5", which is no size/,
    ],
    ['a shape in words', safetensorsOf(`{"w": ${tensor('["4"]', '[0, 16]')}}`, 16), /is no size/],
    [
      'more values than can be counted',
      safetensorsOf(`{"w": ${tensor('[4294967296, 4294967296]', '[0, 4]')}}`, 4),
      /impossibly large/,
    ],
    [
      'overlapping tensors',
      safetensorsOf(`{"a": ${tensor('[2]', '[0, 8]')}, "b": ${tensor('[2]', '[4, 12]')}}`, 12),
      /"a" and "b" overlap/,
    ],
    [
      'a tensor beyond the end',
      safetensorsOf(`{"w": ${tensor('[2]', '[0, 8]')}}`, 7),
      /"w" ends after the end of the file/,
    ],
    ['offsets in reverse', safetensorsOf(`{"w": ${tensor('[0]', '[8, 0]')}}`, 8), /no valid place/],
    [
      'an offset beyond 2^53',
      safetensorsOf(`{"w": ${tensor('[1]', '[0, 9007199254740993]')}}`, 8),
      /no valid place/,
    ],
    [
      'a size that the shape does not have',
      safetensorsOf(`{"w": ${tensor('[4]', '[0, 8]', 'BF16')}}`.replace('[4]', '[5]'), 8),
      /does not match its 8 bytes/,
    ],
    ['a tensor without type', safetensorsOf('{"w": {"shape": [1], "data_offsets": [0, 4]}}', 4), /no type/],
    [
      'a tensor without shape',
      safetensorsOf('{"w": {"dtype": "F32", "data_offsets": [0, 4]}}', 4),
      /no shape/,
    ],
    ['a tensor that is null', safetensorsOf('{"w": null}', 0), /not described/],
  ];

  test.each(cases)('%s', async (_what, file, reason) => {
    await expect(read(file)).rejects.toThrow(HeaderError);
    await expect(read(file)).rejects.toThrow(reason);
  });

  test('a name in a message is short and printable', async () => {
    const file = safetensorsOf(`{${JSON.stringify(`\u001b[31m${'w'.repeat(500)}`)}: null}`, 0);
    await expect(read(file)).rejects.toThrow(/^" \[31mw{54}…" is not described$/);
  });
});

describe('whatever the bytes are', () => {
  const offsets = fc.array(fc.integer({ min: -2, max: 40 }), { maxLength: 3 });
  const anyTensor = fc.record(
    {
      dtype: fc.constantFrom('F32', 'BF16', 'U8', 'F4', 'X9'),
      shape: fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 3 }),
      data_offsets: offsets,
    },
    { requiredKeys: [] },
  );
  const anyHeader = fc.dictionary(fc.string({ maxLength: 5 }), anyTensor, { maxKeys: 4 });

  /** Fulfils with tensors that lie within the file, or rejects with a HeaderError: nothing else. */
  async function readsOrRefuses(file: Uint8Array): Promise<void> {
    try {
      for (const { end, elements } of await read(file)) {
        expect(end).toBeLessThanOrEqual(file.length);
        expect(elements).toBeGreaterThanOrEqual(0);
      }
    } catch (error) {
      expect(error).toBeInstanceOf(HeaderError);
    }
  }

  test('plausible headers', async () => {
    await fc.assert(
      fc.asyncProperty(anyHeader, fc.nat(40), (header, data) =>
        readsOrRefuses(safetensorsOf(JSON.stringify(header), data)),
      ),
    );
  });

  test('noise, with any length announced', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), fc.bigInt(0n, 2n ** 64n - 1n), (header, length) =>
        readsOrRefuses(safetensorsOf(header, 5, length)),
      ),
    );
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), readsOrRefuses));
  });
});
