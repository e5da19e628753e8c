import type { Dimension, EnergyUnit, MassUnit, PowerUnit, TimeUnit, UnitOf } from './unit';

/** A unit and the words for it, alternatives of a regular expression. */
type UnitWords<U> = readonly (readonly [unit: U, words: string])[];

/**
 * English, with the words of neighbouring languages for the commonest. Authors write "KG", "Kg" and "kg" alike, so case is ignored, except for the signs in `EXACT_MASS` and `NO_UNIT`.
 */
const MASS: UnitWords<MassUnit> = [
  ['ug', 'micrograms?|microgrammes?|[µμu]g'],
  ['mg', 'milligrams?|milligrammes?|mgs?'],
  ['g', 'grams?|grammes?|gramms?|gramos?|gramas?|grammi|gms?|gr|g'],
  ['kg', 'kilograms?|kilogrammes?|kilogramms?|kilogramos?|quilogramas?|chilogrammi|kilos?|kgs?|kgr'],
  ['kt', 'kilotonnes?|kilotons?|kt'],
  ['Mt', 'megatonnes?|megatons?'],
  ['short-ton', 'short[ -]tons?|us[ -]tons?'],
  ['long-ton', 'long[ -]tons?|imperial[ -]tons?'],
  ['t', 'metric[ -]tonnes?|metric[ -]tons?|tonnes?|tonnen?|toneladas?|tonnellate|tons?|mt|t'],
  ['lb', 'pounds?|lbs?'],
  ['oz', 'ounces?|oz'],
];

const ENERGY: UnitWords<EnergyUnit> = [
  ['GWh', 'gigawatt[ -]?hours?|gw[ .·⋅-]?hr?s?'],
  ['MWh', 'megawatt[ -]?hours?|mw[ .·⋅-]?hr?s?'],
  ['kWh', 'kilowatt[ -]?hours?|kw[ .·⋅-]?hr?s?'],
  ['Wh', 'watt[ -]?hours?|w[.·⋅-]?hr?s?'],
  ['GJ', 'gigajoules?|gj'],
  ['MJ', 'megajoules?|mj'],
  ['kJ', 'kilojoules?|kj'],
  ['J', 'joules?|j'],
];

const TIME: UnitWords<TimeUnit> = [
  ['s', 'seconds?|secs?|s'],
  ['min', 'minutes?|mins?'],
  ['h', 'hours?|hrs?|h'],
  ['d', 'days?|d'],
  ['week', 'weeks?'],
];

const POWER: UnitWords<PowerUnit> = [
  ['MW', 'megawatts?|mw'],
  ['kW', 'kilowatts?|kw'],
  ['W', 'watts?|w'],
];

const WORDS: { readonly [D in Dimension]: UnitWords<UnitOf[D]> } = {
  mass: MASS,
  energy: ENERGY,
  time: TIME,
  power: POWER,
};

/**
 * Signs that case makes another unit. "Mt" is a megatonne, but "MTCO2e" is the usual American sign for metric tonnes
 * ("MMT" for a million of them). "Mg" would be a megagram to a climate scientist and a milligram to a careless
 * typist, so it is no unit here: either guess could be wrong by a factor of a thousand million.
 */
const MEGATONNE = 'Mt';
const NO_UNIT = new Set(['Mg', 'mW', 'mWh', 'mJ']);

/** A lone capital is read only with CO₂ behind it: "5 G" is a network, "1 T" a number of tokens. */
const LONE_CAPITAL = /^[A-VX-Z]$/;

/** The words of a dimension, longest first, for use inside a case-insensitive regular expression. */
export function unitPattern(dimension: Dimension): string {
  const words = WORDS[dimension].flatMap(([, pattern]) => pattern.split('|'));
  return words.sort((a, b) => b.length - a.length).join('|');
}

/** The unit that a word found by `unitPattern` stands for; undefined where its case makes it none. */
export function unitOfWord<D extends Dimension>(
  word: string,
  dimension: D,
  carbon: boolean,
): UnitOf[D] | undefined {
  if (NO_UNIT.has(word) || (!carbon && LONE_CAPITAL.test(word))) return undefined;
  const sought = word === MEGATONNE ? 'megatonne' : word;
  return WORDS[dimension].find(([, words]) => wholeWord(words).test(sought))?.[0];
}

const WHOLE_WORDS = new Map<string, RegExp>();

function wholeWord(words: string): RegExp {
  const known = WHOLE_WORDS.get(words) ?? new RegExp(`^(?:${words})$`, 'i');
  WHOLE_WORDS.set(words, known);
  return known;
}
