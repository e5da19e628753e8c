import { collapseSpaces, NUMBER, numberOf } from './number-text';
import type { CellValue, NumberAndWords } from './record-view';

/** The units that cleaning knows; the paper's prompt asks for the two. */
type MassUnit = 'g' | 'kg';

/** An amount of emissions as an export or a card states it. */
export interface StatedAmount {
  readonly value: number;
  readonly unit: MassUnit;
  /** Whether the unit was written, or grams were assumed, as the Hub does. */
  readonly explicit: boolean;
}

/** Where the grams of a row come from. */
export type EmissionsOrigin = 'reported' | 'card_unit_override' | 'card';

const UNIT = String.raw`(kilogram(?:me)?s?|kgs?|gram(?:me)?s?|g)`;

const REPORTED = new RegExp(
  String.raw`^ ?([+-]?)${NUMBER} ?(?:${UNIT})? ?(?:of )?(?:co2|carbon)? ?(?:-? ?(?:eq|equivalents?|e|emissions?))? ?\.? ?$`,
  'i',
);

const CARD_FIGURE = new RegExp(
  String.raw`(?<![\w.,])${NUMBER}[ \t\n\r\f\v]*${UNIT}(?=$|[^a-z0-9]|co(?:2|\u2082|\$?_\{?2))` +
    String.raw`(?![^.;\n]{0,24}?(?:/|\bper\b)[ \t\n\r\f\v]*kwh)`,
  'i',
);

/** A number followed by something that cannot belong to it. */
const NUMBER_AND_WORDS = /^(\d+(?:\.\d+)?)((?:[^\d.,eE][^]*)?)$/;

/** What words after a number say of its unit. Millions of cells share a handful of them. */
const unitsOfWords = new Map<string, { readonly unit: MassUnit; readonly explicit: boolean } | null>();
const MOST_WORDS = 1000;
const LONGEST_WORDS = 40;

/**
 * Reads a `co2_eq_emissions` cell: a number, perhaps with a unit and words such as "of CO2eq". Without a unit the
 * number is grams. Everything else ("12 mg", "approx 5 g", "N/A") is missing.
 *
 * @returns null where the cell is missing
 */
export function parseReportedEmissions(cell: CellValue | NumberAndWords): StatedAmount | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? grams(cell) : null;
  if (typeof cell === 'object') return withUnit(cell.number, cell.words);
  const [, number, words] = NUMBER_AND_WORDS.exec(cell) ?? [];
  if (number !== undefined && words !== undefined) return withUnit(Number(number), words);
  const match = REPORTED.exec(collapseSpaces(cell));
  if (match === null) return null;
  const [, sign, body = '', exponent = '', unit] = match;
  const size = numberOf(body, exponent);
  const value = sign === '-' ? -size : size;
  return finite({ value, unit: unitOf(unit), explicit: unit !== undefined });
}

function withUnit(value: number, words: string): StatedAmount | null {
  let unit = unitsOfWords.get(words);
  if (unit === undefined) {
    const match = REPORTED.exec(`1${collapseSpaces(words)}`);
    unit = match === null ? null : { unit: unitOf(match[4]), explicit: match[4] !== undefined };
    if (unitsOfWords.size < MOST_WORDS && words.length <= LONGEST_WORDS) unitsOfWords.set(words, unit);
  }
  return unit === null ? null : finite({ value, unit: unit.unit, explicit: unit.explicit });
}

/**
 * Finds the figure that a card's text states: the first number of grams or kilograms in the first segment (between
 * two "##") that speaks of environmental impact and of CO2 or carbon, and that holds one.
 *
 * @returns null where there is none (the paper's -1)
 */
export function findCardFigure(card: string | null): StatedAmount | null {
  if (card === null || card === '') return null;
  for (const segment of card.split('##')) {
    if (!speaksOfEmissions(segment)) continue;
    const match = CARD_FIGURE.exec(segment);
    if (match === null) continue;
    const [, body = '', exponent = '', unit] = match;
    return finite({ value: numberOf(body, exponent), unit: unitOf(unit), explicit: true });
  }
  return null;
}

/**
 * Settles a row's grams: the reported figure, unless it is missing, or the card states the same number in the other
 * unit; then the card's. One multiplication by 1,000 turns kilograms into grams.
 *
 * @returns null where neither states anything
 */
export function resolveGrams(
  reported: StatedAmount | null,
  card: StatedAmount | null,
): { readonly grams: number; readonly origin: EmissionsOrigin } | null {
  if (reported === null) return card === null ? null : { grams: inGrams(card), origin: 'card' };
  if (card !== null && card.unit !== reported.unit && sameNumber(reported.value, card.value)) {
    return { grams: inGrams(card), origin: 'card_unit_override' };
  }
  return { grams: inGrams(reported), origin: 'reported' };
}

function speaksOfEmissions(segment: string): boolean {
  const lower = segment.toLowerCase();
  return lower.includes('environmental impact') && (lower.includes('co2') || lower.includes('carbon'));
}

function inGrams({ value, unit }: StatedAmount): number {
  return unit === 'kg' ? value * 1000 : value;
}

/** Whether two numbers are one, but for the rounding of their last digits. */
function sameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

function grams(value: number): StatedAmount {
  return { value, unit: 'g', explicit: false };
}

function unitOf(word: string | undefined): MassUnit {
  return word !== undefined && /^k/i.test(word) ? 'kg' : 'g';
}

/** Numbers beyond what a double holds ("1e999") are no amounts. */
function finite(amount: StatedAmount): StatedAmount | null {
  return Number.isFinite(amount.value) ? amount : null;
}
