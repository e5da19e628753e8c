import * as l10n from '@vscode/l10n';
import { COUNTRIES, EUROPE, PLACES, WORLD } from './grid-table';
import { PLACE_ALIASES } from './place-aliases';

/** Carbon intensity of electricity, in grams of CO₂eq per kWh. */
export interface GridIntensity {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  /** The country or cloud region in the table; "the world" where the text names none that is known. */
  readonly matched: string;
  readonly known: boolean;
}

export const gridSources = (): string =>
  l10n.t(
    'grid intensities from CodeCarbon’s tables by country and cloud region and from the ML CO2 Impact calculator (Lacoste et al. 2019)',
  );

/**
 * How far the figure of one hour or one year may lie from the one in the table. The two sources, some five years apart,
 * differ by up to 4.6 for the same region, which is about two either way.
 */
const SPREAD = 2;
const MAX_LENGTH = 200;
const MAX_WORDS = 24;
const LONGEST_NAME = 5;
const THE_WORLD: GridIntensity = { ...WORLD, matched: 'the world', known: false };

interface Place {
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  readonly name: string;
  /** ISO 3166 alpha-3 code; '*' for a region of several countries. */
  readonly country: string;
  readonly isCountry: boolean;
}

let places: ReadonlyMap<string, Place> | undefined;

/**
 * Carbon intensity at a place as authors write it: "Barcelona, Catalonia", "us-central1", "Quebec, Canada", "US-West".
 * A part of a country counts for more than the country; Georgia in the USA is not the country.
 *
 * @returns the world's range, with `known` false, where there is no place or none that the tables know.
 */
export function gridIntensity(place: string | undefined): GridIntensity {
  if (place === undefined || place.length > MAX_LENGTH) return THE_WORLD;
  places ??= readPlaces();
  const found = namedPlaces(place, places);
  const country = found.findLast(({ isCountry }) => isCountry);
  const within = found.find((candidate) => !candidate.isCountry && isWithin(candidate, country));
  const best = within ?? country ?? found[0];
  if (best === undefined) return THE_WORLD;
  return {
    low: Math.max(1, best.low / SPREAD),
    typical: best.typical,
    high: best.high * SPREAD,
    matched: best.name,
    known: true,
  };
}

function isWithin(place: Place, country: Place | undefined): boolean {
  return country === undefined || place.country === country.country || place.country === '*';
}

/** The longest names first at each word, so that "New York" is not "York". */
function namedPlaces(text: string, known: ReadonlyMap<string, Place>): Place[] {
  const between = isAscii(text) ? /[^A-Za-z\d]+/ : /[^\p{L}\p{M}\d]+/u;
  const words = text
    .split(between)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
  const found: Place[] = [];
  for (let start = 0; start < words.length; start++) {
    for (let length = Math.min(LONGEST_NAME, words.length - start); length > 0; length--) {
      const place = known.get(squashed(words.slice(start, start + length).join('')));
      if (place === undefined || !isName(words[start] ?? '', length)) continue;
      found.push(place);
      start += length - 1;
      break;
    }
  }
  return found;
}

/** "us" in "trained by us" is no country. */
function isName(word: string, length: number): boolean {
  return length > 1 || word.length > 2 || word === word.toUpperCase();
}

/** Whether a text needs no classes of Unicode, which take longer to compile than all places take to read. */
function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

function squashed(place: string): string {
  if (isAscii(place)) return place.toLowerCase().replace(/[^a-z\d]+/g, '');
  return place
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '');
}

function readPlaces(): Map<string, Place> {
  const byName = new Map<string, Place>();
  const names = new Map<string, string>();
  const regions = PLACES.split(';').map(readRegion);
  const extremes = extremesByCountry(regions);
  for (const entry of COUNTRIES.split(';')) {
    const [label = '', figure] = entry.split('=');
    const country = label.slice(0, 3);
    const typical = Number(figure);
    const { low, high } = extremes.get(country) ?? NONE;
    const place = {
      low: Math.min(typical, low),
      typical,
      high: Math.max(typical, high),
      name: label.slice(4),
      country,
      isCountry: true,
    };
    names.set(country, place.name);
    for (const name of [label.slice(4), country, ...(PLACE_ALIASES[country] ?? '').split(',')]) {
      if (name.trim() !== '') byName.set(squashed(name), place);
    }
  }
  for (const { key, ...region } of regions) {
    const country = names.get(region.country);
    byName.set(key, { ...region, name: country === undefined ? key : `${key} (${country})` });
  }
  const europe = { ...EUROPE, name: 'Europe', country: '*', isCountry: false };
  for (const name of ['europe', 'eu', 'europeanunion']) byName.set(name, europe);
  return byName;
}

type Extremes = Pick<Place, 'low' | 'high'>;

const NONE: Extremes = { low: Infinity, high: -Infinity };

/** The cleanest and the dirtiest region of each country. */
function extremesByCountry(regions: readonly Omit<Place, 'name'>[]): Map<string, Extremes> {
  const extremes = new Map<string, Extremes>();
  for (const { country, low, high } of regions) {
    const known = extremes.get(country) ?? NONE;
    extremes.set(country, { low: Math.min(known.low, low), high: Math.max(known.high, high) });
  }
  return extremes;
}

function readRegion(entry: string): Omit<Place, 'name'> & { readonly key: string } {
  const [key = '', rest = ''] = entry.split('=');
  const [low = 0, high = low] = rest
    .slice(rest.indexOf(' ') + 1)
    .split('-')
    .map(Number);
  const country = rest.slice(0, rest.indexOf(' '));
  return { key, country, low, high, typical: Math.sqrt(low * high), isCountry: false };
}
