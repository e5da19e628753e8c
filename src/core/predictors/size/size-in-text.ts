import { parseSize, SIZE_UNIT } from './parse-size';

/** A size that the card's text states. */
export interface StatedSize {
  readonly value: number;
  /** The words that say so, as they stand in the text: "1.1 billion parameters". */
  readonly text: string;
  /** The text states other sizes as well, which may be the right ones. */
  readonly others: boolean;
}

/** How far before or behind the word "parameters" its number may stand. */
const WINDOW = 60;
/** A card speaks of its model's size early and seldom; past this many mentions it speaks of settings. */
const MENTION_LIMIT = 200;

const number = String.raw`(?<![\w.,])(\d[\d.,_]{0,20})\s?-?(${SIZE_UNIT})?`;
/** "66M parameters", "1.1 billion trainable parameters", "a 350M-parameter model", "110,000,000 params". */
const BEFORE = new RegExp(
  String.raw`${number}\b\+?[\s*-]{0,5}(?:(?:trainable|learnable|total|model|non-embedding|of)\s){0,2}\**$`,
  'i',
);
/** "Parameters: 350M", "Number of parameters | 1.3 B", "params = 7e9". */
const BEHIND = new RegExp(
  String.raw`^(?:\s?\((?:total|count|size)\))?\s?(?:count|size|number)?[\s:|=*~≈]{1,12}(?:about |approx\.? |around )?${number}\b`,
  'i',
);
/** What a bare number has to follow to be a count and not a setting: "Total params: 109482240". */
const COUNT_LABEL = /(?:number of|total|all|model|trainable|#|count of|num)[\s_*-]{0,3}$/i;
const ADAPTER_SHARE = /(?:trainable|lora|adapter)[\s*-]{0,3}$/i;
const LEAST_BARE = 10_000;

/**
 * The model's size as the card's text states it next to the word "parameters". The first statement counts; shares
 * that an adapter trains ("trainable params: 4,194,304") only where nothing else is said.
 */
export function sizeInText(text: string): StatedSize | undefined {
  const found: (Omit<StatedSize, 'others'> & { share: boolean })[] = [];
  let mentions = 0;
  for (const match of text.matchAll(/\bparam(?:eter)?s?\b/gi)) {
    if (++mentions > MENTION_LIMIT) break;
    const size = sizeAround(text, match.index, match.index + match[0].length);
    if (size) found.push(size);
  }
  const first = found.find(({ share }) => !share) ?? found[0];
  if (!first) return undefined;
  const others = found.some(({ value, share }) => !share && !alike(value, first.value));
  return { value: first.value, text: first.text, others };
}

function sizeAround(
  text: string,
  start: number,
  end: number,
): (Omit<StatedSize, 'others'> & { share: boolean }) | undefined {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const ahead = BEFORE.exec(line);
  if (ahead) {
    const value = valueOf(ahead, true);
    if (value !== undefined) {
      return { value, text: oneLine(line.slice(ahead.index) + text.slice(start, end)), share: false };
    }
  }
  const behind = BEHIND.exec(text.slice(end, end + WINDOW).split('\n', 1)[0] ?? '');
  const value = behind ? valueOf(behind, COUNT_LABEL.test(line)) : undefined;
  if (!behind || value === undefined) return undefined;
  return { value, text: oneLine(text.slice(start, end) + behind[0]), share: ADAPTER_SHARE.test(line) };
}

/** A number without unit is a size only where it is large, or called a count. */
function valueOf(match: RegExpExecArray, mayBeBare: boolean): number | undefined {
  const [, digits = '', unit] = match;
  const value = parseSize(`${digits.replace(/(?<![.,_])[.,_]+$/, '')}${unit ?? ''}`);
  if (value === undefined || (unit === undefined && (!mayBeBare || value < LEAST_BARE))) return undefined;
  return value;
}

/** The same size, rounded differently. */
function alike(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.1 * Math.max(a, b);
}

function oneLine(text: string): string {
  return text
    .replace(/\*/g, '')
    .replace(/[\s|]+/g, ' ')
    .trim();
}
