/**
 * Numbers as C's `printf` and Python's `%` print them, for tables that must agree with statsmodels' to the
 * character. Unlike JavaScript's own methods, these round an exact tie to the even digit, keep the sign of −0, and
 * know `%g` and its `#`.
 */

/** `%.{decimals}f`. */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const size = Math.abs(value);
  // From 1e21 on toFixed changes to scientific notation; such doubles are whole numbers.
  if (size >= 1e21) return `${signOf(value)}${BigInt(size)}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  return signOf(value) + roundedToEven(size.toFixed(decimals), size.toFixed(decimals + EXTRA_DIGITS));
}

/** `%.{digits}g`, or `%#.{digits}g`, which keeps the point and the zeros after it. */
export function general(value: number, digits: number, keepZeros = false): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const scientific = toScientific(Math.abs(value), digits - 1);
  const exponent = Number(scientific.slice(scientific.indexOf('e') + 1));
  if (exponent >= -4 && exponent < digits) {
    const plain = fixed(value, digits - 1 - exponent);
    if (keepZeros) return plain.includes('.') ? plain : `${plain}.`;
    return withoutTrailingZeros(plain);
  }
  const mantissa = scientific.slice(0, scientific.indexOf('e'));
  const sign = exponent < 0 ? '-' : '+';
  const power = `e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  return signOf(value) + (keepZeros ? mantissa : withoutTrailingZeros(mantissa)) + power;
}

/** Enough digits to tell an exact tie from a double beside it. */
const EXTRA_DIGITS = 40;

function toScientific(size: number, decimals: number): string {
  const rounded = size.toExponential(decimals);
  const long = size.toExponential(decimals + EXTRA_DIGITS);
  const [mantissa = '', power = ''] = rounded.split('e');
  const [longMantissa = '', longPower = ''] = long.split('e');
  // Where rounding has carried into the next power of ten, it was no tie between neighbours.
  return power === longPower ? `${roundedToEven(mantissa, longMantissa)}e${power}` : rounded;
}

/** Undoes JavaScript's rounding of ties upwards where the digit below is the even one. */
function roundedToEven(rounded: string, exact: string): string {
  const cut = exact.slice(0, exact.length - EXTRA_DIGITS);
  const rest = exact.slice(exact.length - EXTRA_DIGITS);
  const below = cut.endsWith('.') ? cut.slice(0, -1) : cut;
  const isTie = /^50*$/.test(rest);
  const isEven = Number(below.at(-1)) % 2 === 0;
  return isTie && isEven ? below : rounded;
}

function signOf(value: number): string {
  return value < 0 || Object.is(value, -0) ? '-' : '';
}

function withoutTrailingZeros(text: string): string {
  return text.includes('.') ? text.replace(/(?:\.|(?<![.0]))0+$/, '') : text;
}

function notFinite(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return value > 0 ? 'inf' : '-inf';
}
