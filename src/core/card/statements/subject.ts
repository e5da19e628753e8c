import { lastWord } from './last-word';
import type { Passage } from './passage';

/** The words by which to tell whose amount it is; those of a `Mention`, or of a sentence about hardware. */
export interface Wording {
  readonly passage: Pick<Passage, 'label' | 'context' | 'title'>;
  /** The sentence up to the amount. */
  readonly lead: string;
  /** What follows the amount. */
  readonly after: string;
}

/** How sure an amount still is to be this model's where its sentence or heading is about another. */
const OF_ANOTHER_MODEL = 0.3;

/** Words for a model that this one is made from or compared with. */
const OTHERS =
  '\\b(?:base|teacher|parent|original|foundation|backbone|source|upstream|underlying|previous|earlier|prior|other|another|larger|bigger|baseline)[\\s-](?:\\w{1,14}\\s)?(?:model|checkpoint|network|encoder|version)s?\\b|' +
  '\\bteacher\\b(?! forcing)|\\b(?:backbone|baselines?|comparison|related work|prior work|basismodell|mod[eè]l[eo] de base|model+o base)\\b';
/** Models that cards of others speak of, by names that are nothing else where their case is right. */
const NAMES =
  '(?<![\\w/-])(?:(?:Chat)?GPT(?:-?(?:\\d|J|Neo\\w?))?|L[Ll]a[Mm][Aa]|LLAMA|llama|Alpaca|Vicuna|Mi[sx]tral|BLOOM|OPT|PaLM|Gem(?:ma|ini)|Falcon|Qwen|Phi|DeepSeek|' +
  '(?:Ro|De|AL|Distil|Camem|m|XLM-)?(?:BERT|RoBERTa)a?|XLM-R|ELECTRA|m?T5|BART|Whisper|[Ww]av2[Vv]ec|Stable Diffusion|CLIP|DALL-?E|Megatron|Gopher|Chinchilla|OLMo|Pythia|ResNet|ViT)(?![A-Za-z])' +
  // "a BERT-based model" and "the GPT-2 tokenizer" are no other model.
  '(?![\\w.-]{0,12}[\\s-](?:based|like|style|architecture|tokeni[sz]er|weights|checkpoint|embeddings)\\b)';
const OTHER_WORDS = new RegExp(OTHERS, 'gi');
const OTHER_NAMES = new RegExp(NAMES, 'g');
const OWN_WORDS =
  /\b(?:we|our|ours|my|this model|the present model)\b|fine-?_?tun|\bsft\b|\blora\b|\badapt/gi;
/** "We fine-tuned the base model", "starting from Llama", "based on BERT": what this model was made from. */
const MADE_FROM =
  /(?:\bfine-?tun\w{0,4}|\badapt\w{0,4}|\bwe\s(?:\w{1,14}\s)?(?:re-?|pre-?)?train\w{0,4}|\bbased on|\bon top of|\b(?:start|initiali|train|tun|deriv|continu)\w{0,6}\s(?:from|with))\s(?:of\s)?(?:[\w-]{1,20}\s){0,2}$/i;
/** "400 kWh for pre-training the base model". */
const ATTACHED = /^[\s)*`]{0,4}(?:(?:was|were) \w{1,14} )?(?:of|for|by|to)\s[^,;.]{0,48}/i;
/** What stands around the name of a model in a title or heading. */
const AROUND_NAME =
  /^(?:the )?model card (?:for|of)\s|(?:[\s-](?:model|card|base|small|large|(?:pre-?)?training|v?\d[\d.]*[bm]?)){1,6}$/gi;

/**
 * Whether an amount is about another model: one that the words nearest before it name, that hangs on it from behind, or
 * that a heading names. The author's own words ("we", "our", "fine-tuned") and the card's title take it back.
 */
export function isOfAnotherModel({ passage, lead, after }: Wording): boolean {
  const sentence = `${passage.label} ${lead}`;
  if (isNamedInTitle(passage.title, sentence)) return false;
  const own = lastWord(OWN_WORDS, sentence);
  const other = lastOther(sentence);
  if (other >= 0) return other > own && !MADE_FROM.test(sentence.slice(Math.max(0, other - 80), other));
  if (own >= 0) return false;
  const behind = ATTACHED.exec(after)?.[0] ?? '';
  if (lastOther(behind) >= 0) return lastWord(OWN_WORDS, behind) < 0;
  return passage.context.some((heading) => heading !== passage.title && isHeadingOfAnother(heading));
}

/** What the certainty of a statement is multiplied by, for the model that it is about. */
export function certaintyOfSubject(wording: Wording): number {
  return isOfAnotherModel(wording) ? OF_ANOTHER_MODEL : 1;
}

function lastOther(text: string): number {
  return text === '' ? -1 : Math.max(lastWord(OTHER_WORDS, text), lastWord(OTHER_NAMES, text));
}

/** "### Base model", "## Llama 2 70B"; not "## Llama for ferns", which may well be this model. */
function isHeadingOfAnother(heading: string): boolean {
  if (lastWord(OWN_WORDS, heading) >= 0) return false;
  return lastWord(OTHER_WORDS, heading) >= 0 || withoutSize(heading).replace(OTHER_NAMES, '') === '';
}

/** Whether the card is that of the named model: "# BLOOM" over "BLOOM was trained for 1.08 million GPU hours". */
function isNamedInTitle(title: string, sentence: string): boolean {
  if (lastWord(OTHER_NAMES, title) < 0) return false;
  const name = withoutSize(title).toLowerCase();
  return name !== '' && sentence.toLowerCase().includes(name);
}

function withoutSize(name: string): string {
  return name.replace(AROUND_NAME, '').trim();
}
