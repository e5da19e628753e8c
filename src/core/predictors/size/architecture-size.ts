/** A transformer, in the numbers that its `config.json` gives under various names. */
interface Shape {
  readonly vocabulary: number;
  readonly hidden: number;
  readonly layers: number;
  readonly inner: number;
  readonly heads: number;
  readonly keyHeads: number;
  readonly headSize: number;
  readonly positions: number;
  readonly experts: number;
  readonly tied: boolean;
  readonly config: Readonly<Record<string, unknown>>;
}

type Formula = (shape: Shape) => number;

/** Weights and biases of a dense layer. */
const dense = (from: number, to: number): number => from * to + to;
/** Attention with biases, then a feed-forward network, each followed by a norm with bias. */
const block = ({ hidden: h, inner }: Shape): number =>
  4 * dense(h, h) + dense(h, inner) + dense(inner, h) + 4 * h;

const bert: Formula = (s) => {
  const types = numberIn(s.config, ['type_vocab_size']) ?? 2;
  const embeddings = (s.vocabulary + s.positions + types + 2) * s.hidden;
  return embeddings + s.layers * block(s) + dense(s.hidden, s.hidden);
};
const distilbert: Formula = (s) => (s.vocabulary + s.positions + 2) * s.hidden + s.layers * block(s);
const gpt2: Formula = (s) =>
  (s.vocabulary * (s.tied ? 1 : 2) + s.positions + 2) * s.hidden + s.layers * block(s);
const neox: Formula = (s) => (s.vocabulary * (s.tied ? 1 : 2) + 2) * s.hidden + s.layers * block(s);
/** Gated feed-forward networks without biases, grouped keys, rotary positions. */
const llama: Formula = (s) => {
  const queries = 2 * s.hidden * s.heads * s.headSize;
  const keys = 2 * s.hidden * s.keyHeads * s.headSize;
  const router = s.experts > 1 ? s.hidden * s.experts : 0;
  const layer = queries + keys + 3 * s.hidden * s.inner * s.experts + router + 2 * s.hidden;
  return s.vocabulary * s.hidden * (s.tied ? 1 : 2) + s.layers * layer + s.hidden;
};
const qwen2: Formula = (s) => llama(s) + s.layers * (s.heads + 2 * s.keyHeads) * s.headSize;
const t5: Formula = (s) => {
  const inside = s.heads * s.headSize;
  const gated = String(s.config.feed_forward_proj).startsWith('gated');
  const feedForward = (gated ? 3 : 2) * s.hidden * s.inner;
  const decoders = numberIn(s.config, ['num_decoder_layers']) ?? s.layers;
  const buckets = 2 * (numberIn(s.config, ['relative_attention_num_buckets']) ?? 32) * s.heads;
  const encoder = s.layers * (4 * s.hidden * inside + feedForward + 2 * s.hidden);
  const decoder = decoders * (8 * s.hidden * inside + feedForward + 3 * s.hidden);
  return s.vocabulary * s.hidden * (s.tied ? 1 : 2) + encoder + decoder + buckets + 2 * s.hidden;
};
const bart: Formula = (s) => {
  const decoders = numberIn(s.config, ['decoder_layers']) ?? s.layers;
  const wide = numberIn(s.config, ['decoder_ffn_dim']) ?? s.inner;
  const cross = 4 * dense(s.hidden, s.hidden) + 2 * s.hidden;
  const embeddings = (s.vocabulary + 2 * (s.positions + 2) + 4) * s.hidden;
  return embeddings + s.layers * block(s) + decoders * (block({ ...s, inner: wide }) + cross);
};
const vit: Formula = (s) => {
  const patch = numberIn(s.config, ['patch_size']) ?? 16;
  const image = numberIn(s.config, ['image_size']) ?? 224;
  const tokens = Math.floor(image / patch) ** 2 + 1;
  const embeddings = dense(3 * patch * patch, s.hidden) + (tokens + 1) * s.hidden;
  return embeddings + s.layers * block(s) + 2 * s.hidden;
};

/** Formulas by `model_type`, for architectures whose published sizes they reproduce within 2 %. */
const formulas: Readonly<Record<string, Formula>> = {
  bert,
  roberta: bert,
  'xlm-roberta': bert,
  camembert: bert,
  distilbert,
  gpt2,
  opt: gpt2,
  bloom: neox,
  gpt_neox: neox,
  llama,
  mistral: llama,
  mixtral: llama,
  gemma: llama,
  phi3: llama,
  olmo: llama,
  smollm3: llama,
  qwen2,
  qwen3: llama,
  t5,
  mt5: t5,
  bart,
  mbart: bart,
  vit,
  deit: vit,
};

/** Decoders that keep one matrix for input and output unless told otherwise. */
const tiedByDefault = new Set(['gpt2', 'opt', 'bloom', 'gemma', 't5']);

/**
 * An estimate of a model's size from the dimensions in its `config.json`, without task heads; undefined for
 * architectures that have no formula here, or where a dimension is missing.
 */
export function architectureSize(config: Readonly<Record<string, unknown>>): number | undefined {
  const type = config.model_type;
  if (typeof type !== 'string' || !Object.hasOwn(formulas, type)) return undefined;
  const shape = shapeOf(config, tiedByDefault.has(type));
  const size = shape && formulas[type]?.(shape);
  return size !== undefined && Number.isSafeInteger(size) && size > 0 ? size : undefined;
}

function shapeOf(config: Readonly<Record<string, unknown>>, tiedByDefault: boolean): Shape | undefined {
  const hidden = numberIn(config, ['hidden_size', 'd_model', 'n_embd', 'dim']);
  const layers = numberIn(config, [
    'num_hidden_layers',
    'num_layers',
    'n_layer',
    'n_layers',
    'encoder_layers',
  ]);
  if (hidden === undefined || layers === undefined) return undefined;
  const heads = numberIn(config, ['num_attention_heads', 'num_heads', 'n_head', 'n_heads']) ?? 1;
  const inner = numberIn(config, [
    'intermediate_size',
    'd_ff',
    'n_inner',
    'ffn_dim',
    'encoder_ffn_dim',
    'hidden_dim',
  ]);
  const tied = config.tie_word_embeddings;
  return {
    config,
    hidden,
    layers,
    heads,
    vocabulary: numberIn(config, ['vocab_size']) ?? 0,
    inner: inner ?? 4 * hidden,
    keyHeads: numberIn(config, ['num_key_value_heads']) ?? heads,
    headSize: numberIn(config, ['head_dim', 'd_kv']) ?? hidden / heads,
    positions: numberIn(config, ['max_position_embeddings', 'n_positions']) ?? 0,
    experts: numberIn(config, ['num_local_experts', 'num_experts']) ?? 1,
    tied: typeof tied === 'boolean' ? tied : tiedByDefault,
  };
}

/** The first of the keys that holds a whole number of a model's order of magnitude. */
function numberIn(config: Readonly<Record<string, unknown>>, keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(config, key) ? config[key] : undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1e8) return value;
  }
  return undefined;
}
