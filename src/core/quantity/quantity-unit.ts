import { CARBON, EQUIVALENT } from './carbon';
import { machineCode } from './machine-code';
import type { Dimension, UnitOf } from './unit';
import { unitOfWord, unitPattern } from './unit-words';

/** A unit found behind a number. */
export interface UnitText<U> {
  readonly unit: U;
  readonly end: number;
  readonly carbon: boolean;
}

/** What may stand between a number and its unit: blanks, emphasis, code, LaTeX, brackets, "in". */
const MARKUP =
  '[\\s*_`$~({\\[]|\\\\[,;:! ]|\\\\(?:text|mathrm|rm)\\b|&nbsp;|&thinsp;|</?(?:b|i|em|strong|code|span)>';
const GAP = `(?:${MARKUP}){0,6}(?:-(?=[a-z]))?(?:in\\s{1,2})?`;
const JOINER = '[\\s\\-–_·.*⋅()\\[\\]{}$\\\\]{0,4}';
const OF = '(?:of|de|di|von)\\s{1,2}';
const NO_LETTER = '(?![A-Za-z0-9\\u00c0-\\u024f\\u0370-\\u03ff])';
/** "GPU-hours", "A100 hours", "TPUv3-days": hours of a device. */
const DEVICE =
  '(?:(?:nvidia\\s)?(?:[gtc]pu|[ahvpbl]\\d{2,3}|t4|accelerator|device|core|node|chip|machine)' +
  '[\\w-]{0,12}?[\\s-])?';

/** Groups: 1 carbon before the unit, 2 the unit, 3 carbon behind it. */
const MASS = new RegExp(
  `${GAP}(?:(${CARBON})${JOINER})?(${unitPattern('mass')})` +
    `(?:\\.?${JOINER}(?:${OF})?(?:the\\s)?(?:${EQUIVALENT}${JOINER})?(?:${OF})?(${CARBON})|${NO_LETTER})`,
  'iy',
);

const plain = (dimension: Dimension, prefix = ''): RegExp =>
  new RegExp(`${GAP}${prefix}()(${unitPattern(dimension)})${NO_LETTER}`, 'iy');

const PATTERNS: Readonly<Record<Dimension, RegExp>> = {
  mass: MASS,
  energy: plain('energy'),
  time: plain('time', DEVICE),
  power: plain('power'),
};

/** Reads the unit that begins (after blanks and markup) at `at`. */
export function readUnit<D extends Dimension>(
  text: string,
  at: number,
  dimension: D,
): UnitText<UnitOf[D]> | undefined {
  const pattern = machineCode(PATTERNS[dimension]);
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, before, word = '', behind] = match;
  // "It lifts 12 kg. CO2 was measured with": the next sentence is no part of the unit, but "kg. CO2eq" is an abbreviation.
  const stop = behind === undefined || /e/i.test(behind) ? -1 : whole.search(/\.\s/);
  const carbon = before !== undefined || (behind !== undefined && stop < 0);
  const unit = unitOfWord(word, dimension, carbon);
  return unit && { unit, end: closed(text, at, stop < 0 ? pattern.lastIndex : at + stop), carbon };
}

/** Takes in the bracket that closes one opened between number and unit: "0.4 [kg CO2eq]". */
function closed(text: string, start: number, end: number): number {
  const opened = /[([](?![^)\]]*[)\]])/.exec(text.slice(start, end))?.[0];
  return (opened === '(' && text[end] === ')') || (opened === '[' && text[end] === ']') ? end + 1 : end;
}
