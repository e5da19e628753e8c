import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGguf } from '../../../../src/core/predictors/headers/gguf';
import { HeaderError } from '../../../../src/core/predictors/headers/header-error';
import { ggufFile, GgufWriter, type GgufVersion, sourceOf } from './header-files';

const read = (file: Uint8Array) => readGguf(sourceOf(file));

const tensors = [
  { name: 'token_embd.weight', type: 'Q4_K', shape: [256, 32] },
  { name: 'blk.0.attn_q.weight', type: 'Q4_0', shape: [64, 64] },
  { name: 'output_norm.weight', type: 'F32', shape: [64] },
] as const;

describe('the header of a GGUF file', () => {
  test.each<[GgufVersion, boolean]>([
    [1, true],
    [2, true],
    [3, true],
    [3, false],
  ])(
    'of version %i, little-endian %s, counts the weights and not their bytes',
    async (version, littleEndian) => {
      const header = await read(ggufFile(tensors, { version, littleEndian }));
      expect(header.tensors.map(({ name, type, elements }) => [name, type, elements])).toEqual([
        ['token_embd.weight', 'Q4_K', 8192],
        ['blk.0.attn_q.weight', 'Q4_0', 4096],
        ['output_norm.weight', 'F32', 64],
      ]);
      expect(header.type).toBe('model');
    },
  );

  test('tells adapters and projectors from models', async () => {
    expect((await read(ggufFile(tensors, { type: 'adapter' }))).type).toBe('adapter');
    expect((await read(ggufFile(tensors, { type: 'mmproj' }))).type).toBe('mmproj');
  });

  test('may be longer than any window: a vocabulary of 120,000 words', async () => {
    const vocabulary = Array.from({ length: 120_000 }, (_, i) => `word${i}`);
    expect((await read(ggufFile(tensors, { vocabulary }))).tensors).toHaveLength(3);
  });

  test('is read without the weights behind it', async () => {
    const file = ggufFile([{ name: 'w', type: 'F32', shape: [1000, 500] }]);
    const source = sourceOf(file);
    await readGguf(source);
    expect(source.bytesRead).toBeLessThan(600_000);
  });

  test('takes types newer than this reader to need at least a bit a value', async () => {
    const file = (dataBytes: number) =>
      new GgufWriter()
        .count(1)
        .count(0)
        .text('w')
        .uint32(1)
        .count(800)
        .uint32(99)
        .uint64(0)
        .zeros(31 + dataBytes);
    expect((await read(file(100).bytes())).tensors[0]).toMatchObject({ type: 'type 99', elements: 800 });
    await expect(read(file(10).bytes())).rejects.toThrow(/ends after the end of the file/);
  });
});

describe('a broken or hostile file is refused with the reason', () => {
  const head = (version: GgufVersion = 3) => new GgufWriter(version);
  const setting = (type: number) => head().count(0).count(1).text('key').uint32(type);
  const oneTensor = () => head().count(1).count(0).text('w');
  const cases: [what: string, file: GgufWriter, reason: RegExp][] = [
    ['a version from the future', new GgufWriter(9 as GgufVersion).zeros(64), /version 9 is not known/],
    ['no counts', head(), /ends within its header/],
    [
      '2^63 tensors',
      head()
        .count(2n ** 63n)
        .count(0),
      /impossible count \(9223372036854775808\)/,
    ],
    ['a billion tensors', head().count(1_000_000_000).count(0), /announces 1000000000 tensors/],
    ['a billion settings', head().count(0).count(1_000_000_000), /announces 1000000000 settings/],
    [
      'a name of 2^40 bytes',
      head()
        .count(0)
        .count(1)
        .count(2 ** 40),
      /1099511627776 bytes long/,
    ],
    ['a name longer than the file', head().count(0).count(1).count(60_000), /ends within its header/],
    ['a string longer than the file', setting(8).count(2 ** 50), /ends within its header/],
    [
      'a list longer than the file',
      setting(9)
        .uint32(4)
        .count(2 ** 50),
      /ends within its header/,
    ],
    [
      'a list of 2^40 strings',
      setting(9)
        .uint32(8)
        .count(2 ** 40),
      /list in its header is too long/,
    ],
    [
      'lists in lists in lists',
      [1, 2, 3, 4, 5].reduce((file) => file.uint32(9).count(1), setting(9)),
      /nested too deeply/,
    ],
    ['a value of no known type', setting(13), /unknown type 13/],
    [
      'an alignment of 0',
      head().count(0).count(1).text('general.alignment').uint32(4).uint32(0),
      /alignment is 0/,
    ],
    ['a thousand dimensions', oneTensor().uint32(1000), /1000 dimensions/],
    [
      'a dimension of 2^63',
      oneTensor()
        .uint32(1)
        .count(2n ** 63n),
      /impossible count/,
    ],
    [
      '2^80 values',
      oneTensor()
        .uint32(2)
        .count(2 ** 40)
        .count(2 ** 40)
        .uint32(0)
        .uint64(0)
        .zeros(64),
      /impossibly large/,
    ],
    [
      'weights beyond the end',
      oneTensor().uint32(1).count(1000).uint32(0).uint64(0).zeros(64),
      /ends after the end/,
    ],
    [
      'overlapping weights',
      head()
        .count(2)
        .count(0)
        .text('a')
        .uint32(1)
        .count(16)
        .uint32(0)
        .uint64(0)
        .text('b')
        .uint32(1)
        .count(16)
        .uint32(0)
        .uint64(32)
        .zeros(256),
      /"a" and "b" overlap/,
    ],
    [
      'a name given twice',
      head()
        .count(2)
        .count(0)
        .text('a')
        .uint32(1)
        .count(8)
        .uint32(0)
        .uint64(0)
        .text('a')
        .uint32(1)
        .count(8)
        .uint32(0)
        .uint64(32)
        .zeros(256),
      /a name twice/,
    ],
  ];

  test.each(cases)('%s', async (_what, file, reason) => {
    await expect(read(file.bytes())).rejects.toThrow(HeaderError);
    await expect(read(file.bytes())).rejects.toThrow(reason);
  });

  test('something else under this name', async () => {
    await expect(read(new TextEncoder().encode('<html>not found</html>'))).rejects.toThrow(/does not begin/);
  });
});

describe('whatever the bytes are', () => {
  const good = ggufFile(tensors);

  async function readsOrRefuses(file: Uint8Array): Promise<void> {
    try {
      const header = await read(file);
      for (const { end } of header.tensors) expect(end).toBeLessThanOrEqual(file.length);
    } catch (error) {
      expect(error).toBeInstanceOf(HeaderError);
    }
  }

  test('a file with some bytes changed', async () => {
    const change = fc.tuple(fc.nat(400), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const file = Uint8Array.from(good);
        for (const [at, value] of changes) file[at] = value;
        await readsOrRefuses(file);
      }),
      { numRuns: 500 },
    );
  });

  test('a file cut off anywhere', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(good.length), (end) => readsOrRefuses(good.slice(0, end))));
  });
});
