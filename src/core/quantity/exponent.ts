/** What a double can hold, nearly. */
const MAX_EXPONENT = 300;
const EXPONENT = /[eE]([-+−]?\d{1,4})(?![\p{L}\d]|\.\d)/uy;
/** "× 10^3", "x10⁻³", "\times 10^{-3}", "* 10**3", "x 10<sup>3</sup>", "x 10-3". */
const POWER_OF_TEN = /\s{0,2}(?:[×xX*·⋅✕]|\\times|\\cdot)\s{0,2}10/y;
const POWER =
  /(?:\^\s?\{?\s?([-+−]?\d{1,4})\s?\}?|\*\*\s?([-+−]?\d{1,4})|<sup>\s?([-+−–]?\d{1,4})\s?<\/sup>|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})|([-−]\d(?![\d.,])))/y;

/** The power of ten behind a mantissa. */
interface Exponent {
  readonly power: number;
  readonly end: number;
  /** "10^3" stands for itself: the ten is no mantissa. */
  readonly isPower?: boolean;
}

/**
 * Reads "e-4", "× 10^3" and their like behind a mantissa.
 *
 * @returns power 0 where there is none; undefined where it makes no number ("2^5", "1e999").
 */
export function readExponent(text: string, at: number, mantissa: string): Exponent | undefined {
  EXPONENT.lastIndex = at;
  const scientific = EXPONENT.exec(text);
  if (scientific) return checked(scientific[1] ?? '', EXPONENT.lastIndex);
  POWER_OF_TEN.lastIndex = at;
  if (POWER_OF_TEN.test(text)) {
    const power = readPower(text, POWER_OF_TEN.lastIndex, true);
    if (power) return checked(power.text, power.end);
  }
  const power = readPower(text, at, false);
  if (power === undefined) return { power: 0, end: at };
  const exponent = mantissa === '10' ? checked(power.text, power.end) : undefined;
  return exponent && { ...exponent, isPower: true };
}

function readPower(text: string, at: number, bareSign: boolean): { text: string; end: number } | undefined {
  POWER.lastIndex = at;
  const match = POWER.exec(text);
  const groups: (string | undefined)[] = match?.slice(1) ?? [];
  const power = groups.slice(0, bareSign ? 5 : 4).find((group) => group !== undefined);
  if (power === undefined) return undefined;
  return { text: power, end: POWER.lastIndex };
}

function checked(exponent: string, end: number): Exponent | undefined {
  const plain = exponent
    .replace(/[−–⁻]/, '-')
    .replace(/[+⁺]/, '')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)));
  const power = Number(plain);
  return Math.abs(power) <= MAX_EXPONENT ? { power, end } : undefined;
}
