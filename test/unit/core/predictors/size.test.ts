import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { architectureSize } from '../../../../src/core/predictors/size/architecture-size';
import { knownModelIn } from '../../../../src/core/predictors/size/known-models';
import { parseSize } from '../../../../src/core/predictors/size/parse-size';
import { sizeInName } from '../../../../src/core/predictors/size/size-in-name';
import { sizeInText } from '../../../../src/core/predictors/size/size-in-text';

describe('a number of parameters as people write it', () => {
  test.each<[string, number | undefined]>([
    ['7B', 7e9],
    ['1.1b', 1.1e9],
    ['1,1B', 1.1e9],
    ['350M', 350e6],
    ['66 million', 66e6],
    ['1.3-billion', 1.3e9],
    ['1T', 1e12],
    ['500k', 500e3],
    ['110,000,000', 110e6],
    ['110.000.000', 110e6],
    ['110 000 000', 110e6],
    ['24_700_000', 24.7e6],
    ['1,234,567.0', 1234567],
    ['109482240', 109482240],
    ['6.6e7', 66e6],
    [' 7B ', 7e9],
    ['7GB', undefined],
    ['0', undefined],
    ['-7B', undefined],
    ['1e99', undefined],
    ['seven billion', undefined],
    ['', undefined],
    ['1.2.3.4', undefined],
  ])('%j is %j', (text, value) => {
    expect(parseSize(text)).toBe(value);
  });
});

describe('the size in a name', () => {
  test.each<[string, number]>([
    ['meta-llama/Llama-2-7b-chat-hf', 7e9],
    ['TinyLlama-1.1B-Chat-v1.0', 1.1e9],
    ['TinyLlama-1.1B-intermediate-step-1431k-3T', 1.1e9],
    ['facebook/opt-350m', 350e6],
    ['someone/model_7b-instruct', 7e9],
    ['bigscience/bloom-1b7', 1.7e9],
    ['bloom-0b5', 5e8],
    ['Aira-2-1B1', 1.1e9],
    ['bloomz-7b1', 7.1e9],
    ['vicuna13b-v1.5', 13e9],
    ['Qwen2.5-0.5B-Instruct-GPTQ-Int4', 0.5e9],
    ['Qwen3-30B-A3B', 30e9],
    ['Yi-6B-200K', 6e9],
    ['Mixtral-8x7B-v0.1', 56e9],
    ['m2m100_418M_br_fr', 418e6],
    ['A small model (350M)', 350e6],
  ])('%s', (name, value) => {
    expect(sizeInName(name)?.value).toBe(value);
  });

  test.each([
    'trained-on-16B-tokens',
    'A100-40GB',
    'model-v1.5',
    'chess-2B2-opening',
    'a2b',
    'llama-32k',
    'model-4bit',
    'bert-base-uncased',
    'redpajama-1T',
    'gemma-3n-E4B',
    '1000000m',
    'mask-0b0',
    'experts-0x7b',
    '',
  ])('is not found in %j', (name) => {
    expect(sizeInName(name)).toBeUndefined();
  });

  test('of a mixture of experts is marked: its experts share layers', () => {
    expect(sizeInName('Mixtral-8x7B')).toEqual({ value: 56e9, text: '8x7B', experts: true });
    expect(sizeInName('Mistral-7B')).toEqual({ value: 7e9, text: '7B', experts: false });
  });
});

describe('the size in the text of a card', () => {
  test.each<[text: string, value: number, quote: string]>([
    ['DistilBERT has 66 million parameters.', 66e6, '66 million parameters'],
    ['a **1.1B**-parameter model', 1.1e9, '1.1B-parameter'],
    ['with 350M params', 350e6, '350M params'],
    ['It has 1.3 billion trainable parameters', 1.3e9, '1.3 billion trainable parameters'],
    ['It has 109,482,240 parameters', 109482240, '109,482,240 parameters'],
    ['- **Parameters:** 7.24B', 7.24e9, 'Parameters: 7.24B'],
    ['| Parameters | 350M |', 350e6, 'Parameters 350M'],
    ['Number of parameters: 124439808', 124439808, 'parameters: 124439808'],
    ['Total params: 25,557,032', 25557032, 'params: 25,557,032'],
    ['Model size: 7B params', 7e9, '7B params'],
    ['Parameters (total): approx. 2.7B', 2.7e9, 'Parameters (total): approx. 2.7B'],
  ])('%j', (text, value, quote) => {
    expect(sizeInText(text)).toEqual({ value, text: quote, others: false });
  });

  test.each([
    'trained on 16B tokens',
    'The parameters: learning rate 5e-05, batch size 16',
    'Hyperparameters: 3 epochs',
    'we tuned 12 parameters',
    'parameters: 16',
    'on an A100-40GB; see params.json',
    'Version v1.5 parameters',
    '',
  ])('is not found in %j', (text) => {
    expect(sizeInText(text)).toBeUndefined();
  });

  test('is the first of several, which is said; the same size in other words is no other', () => {
    expect(sizeInText('Our 1.1B parameters beat the 175B parameters of a giant.')).toMatchObject({
      value: 1.1e9,
      others: true,
    });
    expect(sizeInText('7B parameters (exactly: 6,738,415,616 parameters)')?.others).toBe(false);
  });

  test('is not the share that an adapter trains, where the whole is stated as well', () => {
    const printed = 'trainable params: 4,194,304 || all params: 6,742,609,920 || trainable%: 0.0622';
    expect(sizeInText(printed)).toMatchObject({ value: 6742609920, others: false });
    expect(sizeInText('LoRA params: 4.2M')?.value).toBe(4.2e6);
  });

  test('takes linear time, whatever the line', () => {
    const lines = [
      '1'.repeat(500_000),
      '1,'.repeat(250_000),
      'parameters '.repeat(50_000),
      ' '.repeat(500_000),
    ];
    for (const line of lines) {
      const start = performance.now();
      sizeInText(`${line} parameters ${line}`);
      expect(performance.now() - start).toBeLessThan(250);
    }
  });

  test('is found however the text around it looks', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const found = sizeInText(`${before.replaceAll(/param/gi, '')}\nIt has 66M parameters.\n${after}`);
        expect(found?.value).toBe(66e6);
      }),
    );
  });
});

describe('the size of an architecture', () => {
  // Dimensions from the models' config.json; sizes as counted from their published weights, without task heads.
  const base = { hidden_size: 768, num_hidden_layers: 12, intermediate_size: 3072, num_attention_heads: 12 };
  const wide = { hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 32, vocab_size: 32000 };
  test.each<[name: string, config: Record<string, unknown>, size: number]>([
    [
      'bert-base-uncased',
      { ...base, model_type: 'bert', vocab_size: 30522, max_position_embeddings: 512 },
      109_482_240,
    ],
    [
      'roberta-base',
      { ...base, model_type: 'roberta', vocab_size: 50265, max_position_embeddings: 514, type_vocab_size: 1 },
      124_645_632,
    ],
    [
      'distilbert-base-uncased',
      {
        model_type: 'distilbert',
        vocab_size: 30522,
        dim: 768,
        n_layers: 6,
        hidden_dim: 3072,
        n_heads: 12,
        max_position_embeddings: 512,
      },
      66_362_880,
    ],
    [
      'gpt2',
      { model_type: 'gpt2', vocab_size: 50257, n_embd: 768, n_layer: 12, n_head: 12, n_positions: 1024 },
      124_439_808,
    ],
    [
      'Llama-2-7b',
      { ...wide, model_type: 'llama', intermediate_size: 11008, tie_word_embeddings: false },
      6_738_415_616,
    ],
    [
      'Mistral-7B',
      { ...wide, model_type: 'mistral', intermediate_size: 14336, num_key_value_heads: 8 },
      7_241_732_096,
    ],
    [
      'Mixtral-8x7B',
      {
        ...wide,
        model_type: 'mixtral',
        intermediate_size: 14336,
        num_key_value_heads: 8,
        num_local_experts: 8,
      },
      46_702_792_704,
    ],
    [
      'gemma-2b',
      {
        model_type: 'gemma',
        vocab_size: 256000,
        hidden_size: 2048,
        num_hidden_layers: 18,
        intermediate_size: 16384,
        num_attention_heads: 8,
        num_key_value_heads: 1,
        head_dim: 256,
      },
      2_506_172_416,
    ],
    [
      'Qwen2.5-0.5B',
      {
        model_type: 'qwen2',
        vocab_size: 151936,
        hidden_size: 896,
        num_hidden_layers: 24,
        intermediate_size: 4864,
        num_attention_heads: 14,
        num_key_value_heads: 2,
        tie_word_embeddings: true,
      },
      494_032_768,
    ],
    [
      't5-small',
      {
        model_type: 't5',
        vocab_size: 32128,
        d_model: 512,
        num_layers: 6,
        d_ff: 2048,
        num_heads: 8,
        d_kv: 64,
      },
      60_506_624,
    ],
    [
      'flan-t5-base',
      {
        model_type: 't5',
        vocab_size: 32128,
        d_model: 768,
        num_layers: 12,
        d_ff: 2048,
        num_heads: 12,
        d_kv: 64,
        feed_forward_proj: 'gated-gelu',
        tie_word_embeddings: false,
      },
      247_577_856,
    ],
    [
      'bart-base',
      {
        model_type: 'bart',
        vocab_size: 50265,
        d_model: 768,
        encoder_layers: 6,
        decoder_layers: 6,
        encoder_ffn_dim: 3072,
        decoder_ffn_dim: 3072,
        max_position_embeddings: 1024,
      },
      139_420_416,
    ],
    ['vit-base-patch16-224', { ...base, model_type: 'vit', patch_size: 16, image_size: 224 }, 85_798_656],
    [
      'pythia-70m',
      {
        model_type: 'gpt_neox',
        vocab_size: 50304,
        hidden_size: 512,
        num_hidden_layers: 6,
        intermediate_size: 2048,
        num_attention_heads: 8,
      },
      70_426_624,
    ],
  ])('%s', (_name, config, size) => {
    expect(architectureSize(config)).toBe(size);
  });

  test('is not guessed where there is no formula, or no dimension', () => {
    expect(
      architectureSize({ model_type: 'my_own', hidden_size: 768, num_hidden_layers: 12 }),
    ).toBeUndefined();
    expect(
      architectureSize({ model_type: 'constructor', hidden_size: 768, num_hidden_layers: 12 }),
    ).toBeUndefined();
    expect(architectureSize({ model_type: 'bert', hidden_size: 768 })).toBeUndefined();
    expect(
      architectureSize({ model_type: 'bert', hidden_size: -768, num_hidden_layers: 12 }),
    ).toBeUndefined();
    expect(architectureSize({})).toBeUndefined();
  });
});

describe('a well-known model in a name', () => {
  test.each<[string, string | undefined]>([
    ['google-bert/bert-base-cased', 'bert-base-cased'],
    ['someone/bart-base-cnn-swe', 'bart-base'],
    ['GPT2 medium, fine-tuned', 'gpt2-medium'],
    ['my_whisper_small_dutch', 'whisper-small'],
    ['whispersmall', undefined],
    ['not-gpt20', undefined],
    ['', undefined],
  ])('%j: %j', (name, known) => {
    expect(knownModelIn(name)?.name).toBe(known);
  });

  test('has its published size', () => {
    expect(knownModelIn('distilbert-base-uncased')?.value).toBe(66_400_000);
  });
});
