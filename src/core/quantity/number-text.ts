import Big from 'big.js';
import { readExponent } from './exponent';

/** The reading of an ambiguous number that was not taken. */
export interface OtherReading {
  readonly amount: Big;
  /** Power of ten of the last printed digit in this reading. */
  readonly lastDigit: number;
  /** What the comma (or point) is in this reading. */
  readonly separator: 'decimal' | 'thousands';
}

/** What is known from elsewhere in the card about how its author writes numbers. */
export interface NumberContext {
  /** Another number of the card uses a decimal comma ("43,24"), so "4,475" is 4.475 and "1.234" may be 1234. */
  readonly decimalComma?: boolean;
}

/** A number read from text. */
export interface NumberText {
  readonly start: number;
  readonly end: number;
  readonly amount: Big;
  /** Power of ten of the last printed digit. */
  readonly lastDigit: number;
  readonly otherReading?: OtherReading;
}

/** In characters; longer runs of digits are keys and hashes, and would make exact arithmetic slow. */
const MAX_LENGTH = 60;

const SPACE = /[\s\u00a0\u2007\u2009\u202f]/;
const SPACES = ' \\u00a0\\u2007\\u2009\\u202f';
/** The groups are bounded, so that a megabyte of "1 111 111 …" is not read again from each of its groups. */
const MANTISSA = new RegExp(
  `\\d+(?:[.,'’_٬٫]\\d+|[${SPACES}]\\d{3}(?!\\d)){0,12}|\\.\\d+`.replaceAll('\\d', '[0-9０-９]'),
  'y',
);
/** The commonest case, a few digits with at most one point and nothing behind that could belong to the number. */
const PLAIN = new RegExp(
  `[0-9]{1,15}(?:\\.[0-9]{1,20})?(?![0-9０-９'’_٬٫eE^*×xX·⋅✕<⁰¹²³⁴-⁹⁻⁺\\\\]|[.,][0-9]|[\\s${SPACES}]{1,2}[0-9０-９×xX*·⋅✕\\\\])`,
  'y',
);
/**
 * Reads the number that begins at `start`.
 *
 * A point is the decimal separator. A lone comma is one too ("43,24"), except before exactly three digits ("4,475"),
 * where it groups thousands unless the card uses decimal commas elsewhere; then `otherReading` keeps the other reading.
 * Points, commas, spaces, apostrophes and underscores group thousands; Indian grouping (1,23,456) is known.
 *
 * @returns the number; or only `end`, where to go on, for what looks like a number but is none ("1.2.3", a hash).
 */
export function readNumber(
  text: string,
  start: number,
  context: NumberContext = {},
): NumberText | { readonly end: number; readonly amount?: never } {
  const sign = signBefore(text, start);
  PLAIN.lastIndex = start;
  const plain = context.decimalComma === true ? undefined : PLAIN.exec(text)?.[0];
  if (plain !== undefined) {
    const point = plain.indexOf('.');
    return {
      start: sign === '' ? start : start - 1,
      end: start + plain.length,
      amount: new Big(sign + plain),
      lastDigit: point < 0 ? 0 : point + 1 - plain.length,
    };
  }
  MANTISSA.lastIndex = start;
  const raw = MANTISSA.exec(text)?.[0];
  if (raw === undefined) return { end: start + 1 };
  if (raw.length > MAX_LENGTH) return { end: start + raw.length };
  const mantissa = plainDigits(raw);
  const parts = splitMantissa(mantissa, context);
  if (parts === undefined) return { end: start + raw.length };
  const mantissaEnd = start + parts.length;
  const exponent = readExponent(text, mantissaEnd, parts.digits);
  if (exponent === undefined) return { end: mantissaEnd };
  const first = sign.length > 0 ? start - 1 : start;
  const value = (reading: Mantissa): Big => new Big(`${sign}${reading.digits}e${exponent.power}`);
  const other = exponent.end === mantissaEnd ? parts.other : undefined;
  return {
    start: first,
    end: exponent.end,
    amount: exponent.isPower ? new Big(`1e${exponent.power}`) : value(parts),
    lastDigit: exponent.power - parts.decimals,
    ...(other && { otherReading: otherReading(value(other), other.decimals) }),
  };
}

function otherReading(amount: Big, decimals: number): OtherReading {
  return { amount, lastDigit: 0 - decimals, separator: decimals > 0 ? 'decimal' : 'thousands' };
}

/** The sign directly before a number: a hyphen between two words or numbers is none. */
function signBefore(text: string, start: number): '-' | '' {
  const character = text[start - 1];
  if (character !== '-' && character !== '−') return '';
  return /[\p{L}\d)\]]/u.test(text[start - 2] ?? ' ') ? '' : '-';
}

function plainDigits(raw: string): string {
  return raw.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

interface Mantissa {
  /** Digits with at most one point, as big.js reads them. */
  readonly digits: string;
  readonly decimals: number;
}

interface ReadMantissa extends Mantissa {
  /** How much of the text belongs to it. */
  readonly length: number;
  readonly other?: Mantissa;
}

/** Decides what each separator means; undefined where the groups fit no way of writing numbers. */
function splitMantissa(raw: string, context: NumberContext): ReadMantissa | undefined {
  const text = cutBadSpaces(raw);
  const separators = (text.match(/\D/g) ?? []).map((separator) => (SPACE.test(separator) ? ' ' : separator));
  const groups = text.split(/\D/);
  const last = separators.at(-1);
  const all = { length: text.length };
  if (last === undefined) return { ...all, digits: text, decimals: 0 };
  const kinds = new Set(separators);
  if (kinds.size === 1 && separators.length === 1) {
    const single = singleSeparator(last, groups, context);
    return single && { ...all, ...single };
  }
  if (kinds.size === 1) return areThousands(groups, last) ? { ...all, ...whole(groups) } : undefined;
  const isDecimal = '.,٫'.includes(last) && separators.indexOf(last) === separators.length - 1;
  if (kinds.size > 2 || !isDecimal) return undefined;
  const grouped = groups.slice(0, -1);
  return areThousands(grouped, separators[0] ?? '')
    ? { ...all, ...decimal(grouped, groups.at(-1) ?? '') }
    : undefined;
}

/** "2023 100 kg" is a year and an amount: spaces group only after one to three digits, and only whole groups. */
function cutBadSpaces(raw: string): string {
  const space = raw.search(SPACE);
  if (space < 0) return raw;
  const fits = /^[1-9]\d{0,2}([\s\u00a0\u2007\u2009\u202f])\d{3}(?:\1\d{3})*(?:[.,٫]\d+)?$/.test(raw);
  return fits ? raw : raw.slice(0, space);
}

function singleSeparator(
  separator: string,
  groups: readonly string[],
  context: NumberContext,
): (Mantissa & { other?: Mantissa }) | undefined {
  const [left = '', right = ''] = groups;
  const asDecimal = decimal([left], right);
  const asThousands = whole(groups);
  const mayGroup = right.length === 3 && /^[1-9]\d{0,2}$/.test(left);
  switch (separator) {
    case '.':
      return mayGroup && context.decimalComma === true ? { ...asDecimal, other: asThousands } : asDecimal;
    case ',':
      if (!mayGroup) return asDecimal;
      return context.decimalComma === true
        ? { ...asDecimal, other: asThousands }
        : { ...asThousands, other: asDecimal };
    case '٫':
      return asDecimal;
    case '_':
      return asThousands;
    default:
      return mayGroup ? asThousands : undefined;
  }
}

/** Groups of three, or the Indian lakh and crore; underscores may stand anywhere, as in Python. */
function areThousands(groups: readonly string[], separator: string): boolean {
  if (separator === '_' || groups.length === 1) return true;
  const [first = '', ...rest] = groups;
  if (!/^[1-9]\d{0,2}$/.test(first) || rest.at(-1)?.length !== 3) return false;
  if (rest.every((group) => group.length === 3)) return true;
  return separator === ',' && first.length <= 2 && rest.slice(0, -1).every((group) => group.length === 2);
}

function whole(groups: readonly string[]): Mantissa {
  return { digits: groups.join(''), decimals: 0 };
}

function decimal(grouped: readonly string[], fraction: string): Mantissa {
  return { digits: `${grouped.join('') || '0'}.${fraction}`, decimals: fraction.length };
}
