/**
 * Sizes of the models that cards name most often as their base and whose names do not tell: millions of
 * parameters as published with them, in the order of their families.
 */
const millions: Readonly<Record<string, number>> = {
  'bert-base': 109.5,
  'bert-large': 335.1,
  'bert-base-cased': 108.3,
  'bert-base-uncased': 109.5,
  'bert-base-multilingual-cased': 177.9,
  'bert-base-multilingual-uncased': 167.4,
  'bert-large-cased': 333.6,
  'bert-large-uncased': 335.1,
  'distilbert-base-cased': 65.2,
  'distilbert-base-uncased': 66.4,
  'distilbert-base-uncased-finetuned-sst-2-english': 67,
  'distilbert-base-multilingual-cased': 134.7,
  'roberta-base': 124.6,
  'roberta-large': 355.4,
  'distilroberta-base': 82.1,
  'xlm-roberta-base': 278,
  'xlm-roberta-large': 559.9,
  'albert-base-v2': 11.7,
  'albert-large-v2': 17.7,
  'deberta-v3-xsmall': 70.7,
  'deberta-v3-small': 141.3,
  'deberta-v3-base': 183.8,
  'deberta-v3-large': 434,
  'electra-small-discriminator': 13.5,
  'electra-base-discriminator': 108.9,
  'electra-large-discriminator': 334.1,
  'camembert-base': 110.6,
  'all-minilm-l6-v2': 22.7,
  'all-minilm-l12-v2': 33.4,
  'all-mpnet-base-v2': 109.5,
  'paraphrase-multilingual-minilm-l12-v2': 117.7,
  'paraphrase-multilingual-mpnet-base-v2': 278,
  gpt2: 124.4,
  'gpt2-medium': 354.8,
  'gpt2-large': 774,
  'gpt2-xl': 1557.6,
  distilgpt2: 81.9,
  't5-small': 60.5,
  't5-base': 222.9,
  't5-large': 737.7,
  'flan-t5-small': 77,
  'flan-t5-base': 247.6,
  'flan-t5-large': 783.2,
  'flan-t5-xl': 2849.8,
  'flan-t5-xxl': 11_135.3,
  'mt5-small': 300.2,
  'mt5-base': 582.4,
  'bart-base': 139.4,
  'bart-large': 406.3,
  'bart-large-cnn': 406.3,
  'bart-large-mnli': 407.3,
  'mbart-large-50': 610.9,
  'pegasus-large': 568.7,
  'pegasus-xsum': 568.7,
  'vit-base-patch16-224': 86.6,
  'vit-base-patch16-224-in21k': 86.4,
  'vit-large-patch16-224': 304.3,
  'swin-tiny-patch4-window7-224': 28.3,
  'swin-base-patch4-window7-224': 87.8,
  'resnet-50': 25.6,
  resnet50: 25.6,
  'convnext-tiny-224': 28.6,
  'wav2vec2-base': 94.4,
  'wav2vec2-base-960h': 94.4,
  'wav2vec2-large-xlsr-53': 315.4,
  'hubert-base-ls960': 94.4,
  'whisper-tiny': 37.8,
  'whisper-base': 72.6,
  'whisper-small': 241.7,
  'whisper-medium': 763.9,
  'whisper-large': 1543.3,
  'whisper-large-v2': 1543.3,
  'whisper-large-v3': 1543.5,
  'whisper-large-v3-turbo': 808.9,
  'phi-2': 2779.7,
};

/** A well-known model and its size in parameters. */
export interface KnownModel {
  readonly name: string;
  readonly value: number;
}

const byLength = Object.keys(millions).sort((a, b) => b.length - a.length);
const NAME_LIMIT = 300;

/**
 * The well-known model that a name names, alone or as a part: "google-bert/bert-base-cased",
 * "bart-base-finetuned-news". The longest one that stands there as whole words.
 */
export function knownModelIn(name: string): KnownModel | undefined {
  const words = `-${name
    .slice(0, NAME_LIMIT)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}-`;
  const known = byLength.find((key) => words.includes(`-${key}-`));
  return known === undefined ? undefined : { name: known, value: Math.round((millions[known] ?? 0) * 1e6) };
}
