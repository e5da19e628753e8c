import { machineCode } from '../quantity/machine-code';
import type { TextRange } from '../card/text-range';

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const NUMBER = `(\\d{1,5}|\\b(?:a |an )?single|\\b(?:${WORDS.join('|')}))`;
const BRAND =
  '(?:(?:of|the|nvidia|tesla|google|amd|instinct|geforce|quadro|cloud|gpus?|apple)[\\s-]{0,2}){0,4}';
/** "8 x A100", "8xA100", "four NVIDIA Tesla V100", "1 - T4"; digits of "2 hours of" and "V100 16GB" are none. */
const BEFORE = new RegExp(`(?<![\\w.,])${NUMBER}\\s{0,2}(?:[x×*·]|-(?=\\s))?\\s{0,2}${BRAND}$`, 'i');
const FORM =
  '(?:[\\s_-]{0,2}(?:SXM\\d?|PCIe|NVL|\\d{2,3}\\s?GB|\\d{2,3}G\\b|laptop|mobile|max-?q|gpus?\\b)){0,4}';
/** "A100 x 8", "A100 80GB ×8", "V100 (7 GPUs)", "A100 * 4". */
const AFTER = new RegExp(
  `^(${FORM})(?:[\\s,]{0,2}(?:\\(?[x×*]\\s?(\\d{1,5})(?![\\dG])\\)?|\\((\\d{1,5})\\s?[x×]?\\s?(?:gpus?|devices?|cards?|chips?|units?)?\\)|[,:]?\\s(\\d{1,5})\\s(?:gpus|devices|cards|chips)\\b))?`,
  'i',
);
const NODES = /(\d{1,4})\s(?:nodes?|machines?|servers?|hosts?|instances?)\b[^.\d]{0,24}$/i;
/** "TPU v3-8" names TensorCores, two on each chip, and power is given by the chip. */
const TPU_CORES = /^-(\d{1,4})\b/;
const LOOK = 60;

/** How many devices, and the range of the text that says so. */
export interface DeviceCount extends TextRange {
  readonly count: number;
}

/** How many devices of a name stand in the text around it; 1 where it does not say. */
export function deviceCount(text: string, { start, end }: TextRange, name: string): DeviceCount {
  const before = text.slice(Math.max(0, start - LOOK), start);
  const after = text.slice(end, end + LOOK);
  const cores = /^(?:cloud\s)?tpu/i.test(name) ? TPU_CORES.exec(after) : null;
  if (cores) return { count: Math.max(1, Number(cores[1]) / 2), start, end: end + cores[0].length };
  const trail = machineCode(AFTER).exec(after);
  const phraseEnd = end + (trail?.[0].length ?? 0);
  const lead = machineCode(BEFORE).exec(before);
  if (lead) {
    const nodes = Number(machineCode(NODES).exec(before.slice(0, lead.index))?.[1] ?? 1);
    return {
      count: number(lead[1] ?? '') * nodes,
      start: start - (before.length - lead.index),
      end: phraseEnd,
    };
  }
  const count = trail?.[2] ?? trail?.[3] ?? trail?.[4];
  return { count: count === undefined ? 1 : Math.max(1, Number(count)), start, end: phraseEnd };
}

function number(text: string): number {
  const word = WORDS.indexOf(text.toLowerCase());
  if (word >= 0) return word + 1;
  return Math.max(1, Number(/\d+/.exec(text)?.[0] ?? 1));
}
