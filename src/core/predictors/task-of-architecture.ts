/** Endings of Transformers' class names and the task that the Hub infers from them where a card names none. */
const tasks: readonly (readonly [ending: RegExp, task: string])[] = [
  [/ForSequenceClassification$/, 'text-classification'],
  [/ForTokenClassification$/, 'token-classification'],
  [/ForQuestionAnswering$/, 'question-answering'],
  [/ForMaskedLM$/, 'fill-mask'],
  [/(?:ForCausalLM|LMHeadModel)$/, 'text-generation'],
  [/ForImageClassification$/, 'image-classification'],
  [/ForObjectDetection$/, 'object-detection'],
  [/For(?:Semantic|Instance|Universal)Segmentation$/, 'image-segmentation'],
  [/ForDepthEstimation$/, 'depth-estimation'],
  [/ForVideoClassification$/, 'video-classification'],
  [/ForCTC$/, 'automatic-speech-recognition'],
  [/ForAudioClassification$/, 'audio-classification'],
  [/^(?:T5|MT5|UMT5|Bart|MBart|Pegasus|LongT5)ForConditionalGeneration$/, 'text2text-generation'],
  [/^Marian/, 'translation'],
  [/^Whisper/, 'automatic-speech-recognition'],
  [/^(?:SpeechT5ForTextToSpeech|VitsModel)$/, 'text-to-speech'],
];

/** Speech encoders share their classifiers' class names with text encoders. */
const SPEECH = /^(?:Wav2Vec2|Hubert|WavLM|UniSpeech|SEW|Data2VecAudio)/;

/** The task that the classes named in a `config.json` are made for; undefined where they do not tell. */
export function taskOfArchitecture(config: Readonly<Record<string, unknown>>): string | undefined {
  const { architectures } = config;
  const first: unknown = Array.isArray(architectures) ? architectures[0] : undefined;
  if (typeof first !== 'string') return undefined;
  if (SPEECH.test(first) && first.endsWith('ForSequenceClassification')) return 'audio-classification';
  return tasks.find(([ending]) => ending.test(first))?.[1];
}
