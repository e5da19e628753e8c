import { machineCode } from './machine-code';

/** How exactly an amount is meant, from the words and signs before it. */
export interface Hedge {
  readonly approximate: boolean;
  readonly bound?: 'upper' | 'lower';
}

const APPROXIMATE =
  '[~≈≃∼～≅]|\\\\approx|\\\\sim|(?:an? )?(?:about|approximately|approx|around|roughly|circa|ca|c|estimated|est|nearly|almost|some|over)\\b\\.?';
const UPPER =
  '<=?|≤|⩽|&lt;|\\\\leq?|(?:less than|fewer than|no more than|under|below|up to|at most|a maximum of)\\b\\.?';
const LOWER = '>=?|≥|⩾|&gt;|\\\\geq?|(?:more than|no less than|above|at least|a minimum of)\\b\\.?';

/** All of them as the source of a case-insensitive regular expression. */
export const HEDGE_WORDS = `(?:${APPROXIMATE}|${UPPER}|${LOWER})`;

const HEDGE = new RegExp(
  `(?:^|[^\\p{L}])(?:(?<upper>${UPPER})|(?<lower>${LOWER})|(?<approximate>${APPROXIMATE}))[\\s*_\`$:]{0,4}$`,
  'iu',
);
const HTML_TAG = /<\/?[a-z]+>[\s*_`$]{0,4}$/i;

/** Enough for "approximately **"; looking no further keeps a long text linear. */
const LOOK_BACK = 24;

/** Reads what stands directly before a number at `start`. */
export function hedgeBefore(text: string, start: number): Hedge {
  if (start === 0) return { approximate: false };
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  const found = machineCode(HEDGE).exec(before)?.groups;
  if (found?.['upper'] !== undefined) return { approximate: false, bound: 'upper' };
  if (found?.['lower'] !== undefined && !HTML_TAG.test(before)) return { approximate: false, bound: 'lower' };
  return { approximate: found?.['approximate'] !== undefined };
}
