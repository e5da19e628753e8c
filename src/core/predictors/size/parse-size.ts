/** What the words and letters behind a number of parameters multiply it by. */
const multipliers: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mio: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
};

/** The units that {@link parseSize} knows, longest first, for use in a regular expression. */
export const SIZE_UNIT = 'thousand|million|billion|trillion|mio|mn|bn|[kmbt]';

const SIZE = new RegExp(String.raw`^(\d[\d.,_ ]{0,24}(?:e\+?\d{1,2})?) ?-?(${SIZE_UNIT})?$`, 'i');

/**
 * A number of parameters as people write it: "7B", "1.1 billion", "110,000,000", "66e6". Undefined for anything
 * else, for 0 and for more than 10¹⁵.
 */
export function parseSize(text: string): number | undefined {
  const [, number = '', unit = ''] = SIZE.exec(text.trim().replace(/\s/g, ' ')) ?? [];
  if (number === '') return undefined;
  const factor = multipliers[unit.toLowerCase()] ?? 1;
  const value = Math.round(plainNumber(number) * factor);
  return value >= 1 && value <= 1e15 ? value : undefined;
}

/** "110,000,000", "110.000.000" and "110_000_000" are groups of three; any other comma is a decimal one. */
function plainNumber(number: string): number {
  const compact = number.trim();
  if (/^\d{1,3}(?:[,_ ]\d{3})+$/.test(compact) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(compact)) {
    return Number(compact.replace(/\D/g, ''));
  }
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(compact)) return Number(compact.replaceAll(',', ''));
  return Number(compact.replace(',', '.'));
}
