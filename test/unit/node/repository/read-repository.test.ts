import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { gguf } from '@huggingface/gguf';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gatherPredictors } from '../../../../src/core/predictors/gather-predictors';
import type { Predictor } from '../../../../src/core/predictors/predictor';
import { readRepository } from '../../../../src/node/repository/read-repository';
import { ggufFile, safetensorsFile, safetensorsOf } from '../../core/predictors/header-files';
import { commit, init, temporaryFolder, write } from './git-repository';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const at = (...names: string[]) => join(folder.path, ...names);
const put = (name: string, content: string | Uint8Array | object) =>
  write(
    at(name),
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
const read = () => readRepository(folder.path, { git: false });

const layer = { name: 'layer.weight', type: 'BF16', shape: [64, 32] } as const;
const pointer = (size: number) =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a'.repeat(16)}\nsize ${size}\n`;

describe('weights beside a card', () => {
  test('one safetensors file', async () => {
    put('model.safetensors', safetensorsFile([layer]));
    expect((await read()).weights).toEqual([
      {
        path: 'model.safetensors',
        format: 'safetensors',
        bytes: expect.any(Number) as number,
        pointer: false,
        tensors: { parameters: 2048, byType: { BF16: 2048 } },
      },
    ]);
  });

  test('shards with their index', async () => {
    put('model-00001-of-00002.safetensors', safetensorsFile([layer]));
    put('model-00002-of-00002.safetensors', safetensorsFile([{ ...layer, shape: [10] }]));
    put('model.safetensors.index.json', {
      metadata: { total_size: 4116, total_parameters: '2058' },
      weight_map: { a: 'model-00001-of-00002.safetensors', b: 'model-00002-of-00002.safetensors' },
    });
    const facts = await read();
    expect(facts.weights.map(({ tensors }) => tensors?.parameters)).toEqual([2048, 10]);
    expect(facts.indexes).toEqual([
      {
        path: 'model.safetensors.index.json',
        shards: ['model-00001-of-00002.safetensors', 'model-00002-of-00002.safetensors'],
        totalParameters: 2058,
        totalSize: 4116,
      },
    ]);
  });

  test('packed weights, by what config.json says of them', async () => {
    put('config.json', { quantization_config: { quant_method: 'gptq', bits: 8 } });
    put('model.safetensors', safetensorsFile([{ name: 'l.qweight', type: 'I32', shape: [16, 32] }]));
    expect((await read()).weights[0]?.tensors?.parameters).toBe(2048);
  });

  test('GGUF, counted as the Hub counts it', async () => {
    const tensors = [
      { name: 'token_embd.weight', type: 'Q4_K', shape: [256, 100] },
      { name: 'output_norm.weight', type: 'F32', shape: [256] },
    ] as const;
    put('tiny.Q4_K_M.gguf', ggufFile(tensors));
    const onHub = await gguf(at('tiny.Q4_K_M.gguf'), { allowLocalFile: true, computeParametersCount: true });
    expect((await read()).weights[0]).toMatchObject({
      format: 'gguf',
      tensors: { parameters: onHub.parameterCount },
    });
    expect(onHub.parameterCount).toBe(25_856);
  });

  test('an adapter in GGUF, a projector in GGUF', async () => {
    put('lora.gguf', ggufFile([{ name: 'a', type: 'F32', shape: [8] }], { type: 'adapter' }));
    put('mmproj-model.gguf', ggufFile([{ name: 'a', type: 'F32', shape: [8] }]));
    expect((await read()).weights.map(({ tensors }) => tensors?.part)).toEqual(['adapter', 'projector']);
  });

  test('Git LFS pointers, which are no weights', async () => {
    put('model.safetensors', pointer(440_000_000));
    put('pytorch_model.bin', pointer(440_100_000).replaceAll('\n', '\r\n'));
    expect((await read()).weights).toEqual([
      { path: 'model.safetensors', format: 'safetensors', bytes: 440_000_000, pointer: true },
      { path: 'pytorch_model.bin', format: 'pytorch', bytes: 440_100_000, pointer: true },
    ]);
  });

  test('other formats, by their size; trainer state and binary files of other kinds not', async () => {
    for (const name of ['pytorch_model.bin', 'last.ckpt', 'tf_model.h5', 'model.onnx', 'flax_model.msgpack'])
      put(name, 'x');
    for (const name of ['training_args.bin', 'optimizer.pt', 'rng_state_0.pth', 'tokenizer.bin', 'notes.txt'])
      put(name, 'x');
    expect((await read()).weights.map(({ format }) => format)).toEqual([
      'flax',
      'pytorch',
      'onnx',
      'pytorch',
      'keras',
    ]);
  });

  test('one folder down, as diffusers keep them; not deeper, not in hidden folders, not in environments', async () => {
    const file = safetensorsFile([layer]);
    for (const name of [
      'unet/x.safetensors',
      'a/b/x.safetensors',
      '.cache/x.safetensors',
      'venv/x.safetensors',
    ])
      put(name, file);
    expect((await read()).weights.map(({ path }) => path)).toEqual(['unet/x.safetensors']);
  });
});

describe('files that are not what their names say', () => {
  test('a broken header is described, and the file stays in the list', async () => {
    put('model.safetensors', safetensorsOf('{}', 0, 2n ** 63n));
    put('model.gguf', '<html>404</html>');
    expect((await read()).weights.map(({ path, problem }) => [path, problem])).toEqual([
      ['model.gguf', 'The header of model.gguf was not used: it does not begin as a GGUF file does.'],
      [
        'model.safetensors',
        'The header of model.safetensors was not used: it announces a header of 9223372036854775808 bytes in a file of 10 bytes (is it safetensors, and the download complete?).',
      ],
    ]);
  });

  test('eight gigabytes of weights are not read', async () => {
    const size = 8 * 2 ** 30;
    const header = JSON.stringify({ w: { dtype: 'BF16', shape: [size / 2], data_offsets: [0, size] } });
    put('model.safetensors', safetensorsOf(header, 0));
    truncateSync(at('model.safetensors'), 8 + header.length + size);
    const start = performance.now();
    const before = process.memoryUsage().arrayBuffers;
    expect((await read()).weights[0]?.tensors?.parameters).toBe(size / 2);
    expect(performance.now() - start).toBeLessThan(500);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });

  test('a folder or an unreadable configuration is passed over', async () => {
    mkdirSync(at('model.safetensors'));
    put('config.json', '[1, 2');
    put('adapter_config.json', `{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    put('model.safetensors.index.json', { weight_map: 7 });
    const facts = await read();
    expect(facts.weights).toEqual([]);
    expect(facts.indexes).toEqual([]);
    expect(facts).not.toHaveProperty('config');
    expect(facts).not.toHaveProperty('adapterConfig');
  });

  test.skipIf(process.platform === 'win32')('a pipe is not waited for', async () => {
    execFileSync('sh', ['-c', 'mkfifo "$0"', at('model.safetensors')]);
    expect((await read()).weights).toEqual([]);
  });

  test('links are followed within the folder and not out of it, which is said', async () => {
    const outside = temporaryFolder();
    try {
      write(join(outside.path, 'secret.safetensors'), safetensorsFile([layer]));
      put('blobs/abc.safetensors', safetensorsFile([layer]));
      symlinkSync(at('blobs/abc.safetensors'), at('model.safetensors'));
      symlinkSync(join(outside.path, 'secret.safetensors'), at('other.safetensors'));
      symlinkSync(join(outside.path, 'secret.safetensors'), at('more.safetensors'));
      symlinkSync(outside.path, at('linked'));
      symlinkSync(at('nowhere.gguf'), at('gone.gguf'));
      symlinkSync(folder.path, at('loop'));
      const facts = await read();
      expect(facts.weights.map(({ path }) => path)).toEqual(['model.safetensors', 'blobs/abc.safetensors']);
      expect(facts.notes).toEqual([
        'Links that lead out of the folder were not followed: more.safetensors and 1 more.',
      ]);
    } finally {
      outside.remove();
    }
  });

  test('a folder with more in it than any model is not walked to its end, which is said', async () => {
    for (let i = 0; i < 20_010; i++) write(at('many', `${i}.txt`), '');
    expect((await read()).notes).toEqual([
      'The folder holds more than 20000 entries; the rest was not looked at.',
    ]);
  });
});

describe('the rest of the folder', () => {
  test('reports of CodeCarbon down to the third folder, nearest first', async () => {
    for (const name of ['a/b/c/d/emissions.csv', 'a/b/c/emissions.csv', 'b/emissions.csv', 'emissions.csv'])
      put(name, 'x');
    expect((await read()).emissionsFiles).toEqual([
      'emissions.csv',
      'b/emissions.csv',
      'a/b/c/emissions.csv',
    ]);
  });

  test('a folder that is not there has nothing in it', async () => {
    const facts = await readRepository(at('nowhere'), { git: true });
    expect(facts).toMatchObject({
      weights: [],
      emissionsFiles: [],
      notes: ["The card's folder cannot be read (ENOENT)."],
    });
    expect(facts.git.state).toBe('failed');
  });

  test('reading ends when nobody waits for it any more', async () => {
    const reason = new Error('closed');
    await expect(readRepository(folder.path, { git: true, signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });
});

test('from a real folder to its predictors', async () => {
  init(folder.path);
  commit(folder.path, 'README.md', 1_700_000_000);
  put('model.safetensors', safetensorsFile([layer]));
  commit(folder.path, 'config.json', 1_700_000_000 + 3 * 86_400);
  const repository = await readRepository(folder.path, { git: true });
  const metadata = { pipeline_tag: 'text-classification' };
  const { predictors, missing, notes } = gatherPredictors({ metadata, body: '', repository });
  expect(
    Object.entries(predictors).map(([name, found]: [string, Predictor<unknown>]) => [
      name,
      found.value,
      found.kind,
      found.origin,
    ]),
  ).toEqual([
    ['parameters', 2048, 'measured', 'the safetensors header of model.safetensors'],
    ['likes', 0, 'assumed', 'the likes that every new model has'],
    ['commits', 2, 'measured', 'the git history'],
    ['repoAgeDays', 3, 'measured', 'the first and last commit in the git history'],
    ['domain', 'Natural Language Processing', 'declared', 'pipeline_tag text-classification'],
    [
      'organization',
      'other',
      'assumed',
      'the baseline, since nothing says which kind of organisation this is',
    ],
  ]);
  expect([missing, notes]).toEqual([[], []]);
});
