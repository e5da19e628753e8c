import { describe, expect, test } from 'vitest';
import { gatherPredictors } from '../../../../src/core/predictors/gather-predictors';
import type { PredictorInput } from '../../../../src/core/predictors/predictor-input';
import { card, repository, weights } from './facts';

const sizeOf = (known: Partial<PredictorInput>) => gatherPredictors(card(known)).predictors.parameters;

const bert = {
  model_type: 'bert',
  torch_dtype: 'float32',
  vocab_size: 30522,
  hidden_size: 768,
  num_hidden_layers: 12,
  intermediate_size: 3072,
  max_position_embeddings: 512,
};
const hub = { repositoryName: 'me/model', parameters: 555 };

/** Every source at once; each test takes away the most trusted one that is left. */
const everything = {
  settings: { parameters: '7B' },
  repositoryName: 'me/model-350m',
  metadata: { base_model: 'distilbert-base-uncased' },
  body: '# A model\nIt has 66 million parameters.',
  hub,
  repository: repository({
    weights: [weights('model.safetensors', { parameters: 111, bytes: 400_000_000 })],
    indexes: [{ path: 'model.safetensors.index.json', shards: [], totalParameters: 222 }],
    config: { ...bert, n_params: 333 },
  }),
};

describe('the size comes from the source that is trusted most', () => {
  const withoutHeader = repository({
    ...everything.repository,
    weights: [weights('model.safetensors', { pointer: true, bytes: 440_000_000 })],
  });
  const withoutIndex = repository({ ...withoutHeader, indexes: [] });
  const withoutCount = repository({ ...withoutIndex, config: bert });
  const withoutWeights = repository({ config: bert });
  const untyped = repository({ weights: [weights('pytorch_model.bin', { bytes: 400_000_000 })] });
  const unnamed = { metadata: everything.metadata, body: everything.body };

  const order: [string, Partial<PredictorInput>, Record<string, unknown>][] = [
    ['a setting', everything, { value: 7e9, kind: 'declared', source: 'setting', origin: 'your settings' }],
    [
      'the headers of the weights',
      { ...everything, settings: {} },
      {
        value: 111,
        kind: 'measured',
        source: 'safetensors',
        origin: 'the safetensors header of model.safetensors',
      },
    ],
    [
      'the Hub',
      { ...everything, settings: {}, repository: withoutHeader },
      { value: 555, kind: 'measured', source: 'hub', origin: 'what the Hub says of me/model' },
    ],
    [
      'the index of sharded weights',
      { ...everything, settings: {}, hub: { repositoryName: 'me/model' }, repository: withoutHeader },
      { value: 222, kind: 'measured', source: 'safetensors-index' },
    ],
    [
      'a count in config.json',
      { ...everything, settings: {}, hub: { repositoryName: 'me/model' }, repository: withoutIndex },
      { value: 333, kind: 'declared', source: 'config', origin: 'n_params in config.json' },
    ],
    [
      'the size of a Git LFS pointer and the type of its values',
      { ...everything, settings: {}, hub: { repositoryName: 'me/model' }, repository: withoutCount },
      {
        value: 110_000_000,
        kind: 'assumed',
        source: 'lfs-pointer',
        origin: 'the Git LFS pointer of model.safetensors and the type float32 in config.json',
      },
    ],
    [
      'the architecture',
      { ...everything, settings: {}, hub: { repositoryName: 'me/model' }, repository: withoutWeights },
      { value: 109_482_240, kind: 'assumed', source: 'architecture' },
    ],
    [
      'the name',
      { ...everything, settings: {}, hub: { repositoryName: 'me/model' }, repository: untyped },
      { value: 350e6, kind: 'declared', source: 'model-name', origin: `"350m" in the model's name` },
    ],
    [
      'the text',
      { ...unnamed, settings: {}, hub: { repositoryName: 'me/model' }, repository: untyped },
      {
        value: 66e6,
        kind: 'declared',
        source: 'card-text',
        origin: `"66 million parameters" in the card's text`,
      },
    ],
    [
      'the size of the files alone',
      { metadata: { base_model: 'distilbert-base-uncased' }, repository: untyped },
      {
        value: 100_000_000,
        kind: 'assumed',
        source: 'file-size',
        origin: 'the size of pytorch_model.bin and an assumed 4 bytes a parameter',
        note: 'This is an estimate: pytorch_model.bin may hold more than the weights.',
      },
    ],
    [
      'the base model',
      { metadata: { base_model: 'distilbert-base-uncased' }, repositoryName: 'me/bart-base-x' },
      { value: 66_400_000, kind: 'assumed', source: 'base-model-name' },
    ],
    [
      'a well-known model in the name',
      { repositoryName: 'me/bart-base-x' },
      { value: 139_400_000, kind: 'assumed', source: 'known-model' },
    ],
  ];

  test.each(order)('%s', (_source, known, expected) => {
    expect(sizeOf(known)).toMatchObject(expected);
  });

  test('and is missing, with what to do, where nothing tells', () => {
    const { predictors, missing } = gatherPredictors(card({ body: 'A model.' }));
    expect(predictors).not.toHaveProperty('parameters');
    expect(missing).toEqual([
      {
        name: 'parameters',
        message:
          "The model's size is not known. There are no weights beside the card, and neither its text nor its name " +
          'states a size. State the number of parameters, such as 7B.',
      },
    ]);
  });

  test('and where nothing beside the card could be read, that is said rather than that nothing is there', () => {
    const unread = 'You have not trusted this folder, so nothing beside the card was read.';
    const { missing, notes } = gatherPredictors(card({ body: 'A model.', unread }));
    expect(missing[0]?.message).toBe(
      `The model's size is not known. ${unread} Neither its text nor its name states a size. ` +
        'State the number of parameters, such as 7B.',
    );
    expect(notes).toEqual([unread]);
  });

  test('and the reason stands there where the weights are broken', () => {
    const problem = 'The header of model.safetensors was not used: its header is not valid JSON.';
    const broken = repository({ weights: [weights('model.safetensors', { problem, bytes: 64 })] });
    const { missing, notes } = gatherPredictors(card({ repository: broken }));
    expect(missing[0]?.message).toContain(problem);
    expect(notes).toEqual([problem]);
  });
});

describe('which of several files is the model', () => {
  const counted = (files: ReturnType<typeof weights>[], rest = {}) =>
    sizeOf({ repository: repository({ weights: files, ...rest }) });

  test('all shards together', () => {
    const shards = [1, 2, 3].map((i) =>
      weights(`model-0000${i}-of-00003.safetensors`, { parameters: 100 * i }),
    );
    expect(counted(shards)).toMatchObject({
      value: 600,
      origin: 'the safetensors headers of model-00001-of-00003.safetensors and 2 more',
    });
  });

  test('never a part of the shards', () => {
    expect(counted([weights('model-00001-of-00003.safetensors', { parameters: 100 })])).toBeUndefined();
  });

  test('shards of which some are pointers: an estimate by the type of the others', () => {
    const shards = [
      weights('model-00001-of-00002.safetensors', { parameters: 1000, bytes: 2000 }),
      weights('model-00002-of-00002.safetensors', { pointer: true, bytes: 3000 }),
    ];
    expect(counted(shards)).toMatchObject({ value: 2500, kind: 'assumed', source: 'lfs-pointer' });
  });

  test('"model" before other names, and once: a variant in half precision is the same model', () => {
    const files = [
      weights('consolidated.safetensors', { parameters: 900, bytes: 9000 }),
      weights('model.fp16.safetensors', { parameters: 500 }),
      weights('model.safetensors', { parameters: 501 }),
    ];
    expect(counted(files)?.value).toBe(501);
  });

  test('one of several quantised copies, not their sum; not the projector beside them', () => {
    const files = [
      weights('tiny.Q4_K_M.gguf', { parameters: 1100, bytes: 600 }),
      weights('tiny.Q8_0.gguf', { parameters: 1100, bytes: 1200 }),
      weights('mmproj-f16.gguf', {
        bytes: 9000,
        tensors: { parameters: 7000, byType: {}, part: 'projector' },
      }),
    ];
    expect(counted(files)).toMatchObject({
      value: 1100,
      source: 'gguf',
      origin: 'the GGUF header of tiny.Q8_0.gguf',
    });
  });

  test('the trained part of a diffusers pipeline, as on the Hub', () => {
    const files = [
      weights('text_encoder/model.safetensors', { parameters: 123 }),
      weights('unet/diffusion_pytorch_model.safetensors', { parameters: 860 }),
      weights('vae/diffusion_pytorch_model.safetensors', { parameters: 84 }),
    ];
    expect(counted(files)?.value).toBe(860);
  });

  test('what lies beside the card, not a larger export one folder down', () => {
    const files = [
      weights('model.safetensors', { parameters: 100, bytes: 200 }),
      weights('onnx/model.safetensors', { parameters: 90, bytes: 400 }),
    ];
    expect(counted(files)?.value).toBe(100);
  });

  test('the last resort among folders: the one with most in it', () => {
    const files = [
      weights('checkpoint-1/model.safetensors', { parameters: 10, bytes: 40 }),
      weights('final/model.safetensors', { parameters: 20, bytes: 80 }),
    ];
    expect(counted(files)?.value).toBe(20);
  });

  test('weights packed beyond counting make the count an assumption, with the reason', () => {
    const tensors = { parameters: 10, byType: {}, lowerBound: true, note: 'Packed.' } as const;
    expect(counted([weights('model.safetensors', { tensors })])).toMatchObject({
      kind: 'assumed',
      note: 'Packed.',
    });
  });

  test.each<[string, number, Record<string, unknown>, number]>([
    ['pytorch_model.bin', 200, { torch_dtype: 'bfloat16' }, 100],
    ['pytorch_model.bin', 200, { dtype: 'torch.float16' }, 100],
    ['pytorch_model.fp16.bin', 200, {}, 100],
    ['pytorch_model.bin', 200, { torch_dtype: 'float64' }, 25],
    ['pytorch_model.bin', 200, {}, 50],
    ['tiny.Q8_0.gguf', 850, {}, 800],
    ['model.safetensors', 50, { quantization_config: { quant_method: 'gptq', bits: 4 } }, 100],
  ])('a pointer %s of %i bytes with %j: %i parameters', (path, bytes, config, value) => {
    expect(counted([weights(path, { pointer: true, bytes })], { config })?.value).toBe(value);
  });

  test('the bytes that an index adds up, where the type is known', () => {
    const indexes = [{ path: 'pytorch_model.bin.index.json', shards: ['a.bin'], totalSize: 400 }];
    expect(counted([], { indexes, config: { torch_dtype: 'float16' } })).toMatchObject({
      value: 200,
      kind: 'assumed',
      origin: 'total_size in pytorch_model.bin.index.json and the type float16 in config.json',
    });
    expect(counted([], { indexes })).toBeUndefined();
  });
});

describe('an adapter is not the model it was trained on', () => {
  const adapter = repository({
    weights: [weights('adapter_model.safetensors', { parameters: 4_194_304 })],
    adapterConfig: { base_model_name_or_path: 'meta-llama/Llama-2-7b-hf' },
  });

  test('its base model gives the size, and the note tells both apart', () => {
    expect(sizeOf({ repository: adapter })).toEqual({
      value: 7e9,
      origin: 'the name of the base model, meta-llama/Llama-2-7b-hf',
      kind: 'assumed',
      source: 'base-model-name',
      note: 'This is an adapter of 4,194,304 parameters; the size is that of the base model it was trained on.',
    });
  });

  test('the Hub knows the base model exactly', () => {
    const hubBaseModel = { repositoryName: 'meta-llama/Llama-2-7b-hf', parameters: 6_738_415_616 };
    expect(sizeOf({ repository: adapter, hubBaseModel })).toMatchObject({
      value: 6_738_415_616,
      kind: 'measured',
      source: 'hub-base-model',
    });
  });

  test("the adapter's own size on the Hub is not taken for it", () => {
    expect(sizeOf({ repository: adapter, hub })?.value).toBe(7e9);
  });

  test('without a size in its name the base model is what is missing', () => {
    const unknown = repository({ ...adapter, adapterConfig: { base_model_name_or_path: 'someone/secret' } });
    expect(gatherPredictors(card({ repository: unknown })).missing[0]?.message).toBe(
      'This repository holds an adapter of 4,194,304 parameters, and it is not known how large its base model ' +
        "someone/secret is. State the base model's number of parameters.",
    );
  });

  test('beside a whole model it is passed over', () => {
    const merged = repository({
      ...adapter,
      weights: [...adapter.weights, weights('model.safetensors', { parameters: 9 })],
    });
    expect(sizeOf({ repository: merged })?.value).toBe(9);
  });

  test('a card alone can say that it is one', () => {
    const metadata = { library_name: 'peft', base_model: ['mistralai/Mistral-7B-v0.1'] };
    expect(sizeOf({ metadata })).toMatchObject({
      value: 7e9,
      note: 'This is an adapter; the size is that of the base model it was trained on.',
    });
  });
});

describe('names that mislead', () => {
  test('"495m" in a model of tables is no size', () => {
    const metadata = { tags: ['autotrain', 'tabular-regression'] };
    expect(sizeOf({ repositoryName: 'me/autotrain-lora-range-max_495m-18', metadata })).toBeUndefined();
    expect(sizeOf({ repositoryName: 'me/autotrain-max_495m-18' })?.value).toBe(495e6);
  });

  test('the title and the name in model-index count as well', () => {
    expect(sizeOf({ metadata: { 'model-index': [{ name: 'tiny-160m' }] } })?.value).toBe(160e6);
    expect(sizeOf({ body: 'Intro\n# TinyThing 1.1B\n' })?.value).toBe(1.1e9);
  });
});
