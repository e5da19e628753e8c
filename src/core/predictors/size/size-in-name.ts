import { parseSize } from './parse-size';

/** A size that a name gives away. */
export interface NamedSize {
  readonly value: number;
  /** The part of the name that says so: "8x7B". */
  readonly text: string;
  /** Experts times their size: the experts share layers, so the whole is smaller. */
  readonly experts: boolean;
}

/** Sizes as BLOOM and its kin write them: "1b7" is 1.7 billion. In capitals only its own, as in "1B1". */
const BLOOM_SIZE = /^(?:[1-9]\d?b\d|0b[1-9]|1B[1-9]|7B1)$/;
/** "llama7b", "opt350m", "t5" not: the letters before a size are a family's name, of three or more. */
const SIZE_AT_END = /^(?:[a-z]{3,20})?(\d{1,4}(?:\.\d{1,3})?[bm])$/;
const EXPERTS = /^(?:[a-z]{3,20})?([1-9]\d{0,2})x(\d{1,4}(?:\.\d{1,3})?[bm])$/;
/** Amounts of data, not of parameters, when they stand before or behind a size. */
const DATA = /^(?:tokens?|tok|words?|samples?|images?|pairs?|steps?|examples?|documents?|rows?)$/;
const NAME_LIMIT = 300;

/**
 * The size that a model's name or title states: "7b-instruct", "TinyLlama-1.1B", "8x7B". The first one counts: a
 * later one is the amount of data, or the model that it was distilled from. Context lengths ("32k"), bits ("4bit"),
 * memory ("40GB"), versions ("v1.5") and trillions (always tokens) are no sizes.
 */
export function sizeInName(name: string): NamedSize | undefined {
  const words = name.slice(0, NAME_LIMIT).split(/[\s/_\-()[\],:|]+/);
  for (const [i, word] of words.entries()) {
    if (DATA.test((words[i + 1] ?? '').toLowerCase())) continue;
    const size = sizeOfWord(word);
    if (size) return size;
  }
  return undefined;
}

function sizeOfWord(word: string): NamedSize | undefined {
  const lower = word.toLowerCase().replace(/(?<!\.)\.+$/, '');
  if (BLOOM_SIZE.test(word))
    return { value: Number(lower.replace('b', '.')) * 1e9, text: word, experts: false };
  const experts = EXPERTS.exec(lower);
  const each = parseSize(experts?.[2] ?? '');
  if (experts && each !== undefined) {
    return { value: Number(experts[1]) * each, text: word, experts: true };
  }
  const value = parseSize(SIZE_AT_END.exec(lower)?.[1] ?? '');
  // Names below a million or above ten trillion mean something else ("5m" steps are rare, "1m" context is not).
  return value !== undefined && value > 1e6 && value < 1e13
    ? { value, text: word, experts: false }
    : undefined;
}
