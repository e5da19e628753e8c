import Big from 'big.js';
import { machineCode } from '../../quantity/machine-code';
import { toKilowattHours } from '../../quantity/unit';
import { type Divisor, divisorOf } from './divisors';

/** What an amount is divided by. */
export type Rate =
  | { readonly per: 'energy'; /** Kilowatt-hours in one of the divisor. */ readonly kilowattHours: Big }
  | { readonly per: Divisor };

/** No divisor is named further behind the amount. */
const LOOK_AHEAD = 60;
const CLOSE = '[\\s)\\]*_`$}.]{0,6}';
const EACH =
  '(?:(?:for|f[uü]r|pour|por|per|[aà])\\s)?(?:each|every|jede[mnrs]?|chaque|cada|ogni)\\b(?:\\ssingle\\b)?';
const FOR_ONE = '(?:for|f[uü]r|pour|por|per)\\s(?:1|one|a single|an?|eine?|une?|uma?)\\b';
/** German, French, Spanish, Portuguese and Italian; with an article it says by what: "émis par l’entraînement". */
const ELSEWHERE = "(?:pro|je|p[ao]r|al|ao)\\b(?!\\s(?:l['’]|(?:l[aeo]s?|el|os?|as?)\\s))";
const KILOWATT_HOURS =
  'kw[ ·⋅-]?h|kilowatt[ -]?(?:hour|stunde|heure)|quilowatt-hora|kilovatios?[ -]hora|(?:ki|chi)lowattora';
const OTHER_ENERGY =
  'mw[ ·⋅-]?h|megawatt[ -]?(?:hour|stunde|heure)|w[·⋅-]?h|watt[ -]?(?:hour|stunde|heure)|mj|gj';
const PER_ENERGY = new RegExp(
  `^${CLOSE}(?:[/⁄∕·⋅]|\\\\/|(?:per\\b|an?\\b|${EACH}|${FOR_ONE}|${ELSEWHERE})(?:\\s[a-zà-ÿ]{1,14}(?=\\s))?|\\s)\\s{0,2}` +
    `(?:(?:1|one|eine?|une?)\\s)?[({$]{0,3}(?:\\\\(?:text|mathrm|rm)\\{?)?\\s?(${KILOWATT_HOURS}|${OTHER_ENERGY})[ns]?(?![a-z])`,
  'i',
);
/** A quick look before the large expression is compiled; never wrongly false. */
const MAY_NAME_ENERGY = /w[ ·⋅-]?h|watt|vatio|[mg]j/i;
const PER = new RegExp(
  `^${CLOSE}(?:([/⁄∕]|per\\b|p\\.)|${EACH}|an?\\b|for (?:a single|one)\\b|all['’]|${ELSEWHERE})\\s{0,2}` +
    '(?:\\d[\\d,.]*\\s?(?:k\\b|million|thousand)?\\s?)?((?:[\\wà-ÿ-]+\\s){0,2}[\\wà-ÿ-]+)',
  'i',
);
/** "500 kWh daily", "5 kg of CO2 a year" in one word. */
const PERIODIC = '\\b(?:(?:dai|week|month|year|annual|hour)ly|annual|t[aä]glich\\w*|j[aä]hrlich\\w*)\\b';
const PERIODIC_BEHIND = new RegExp(`^[^.,;:\\d]{0,24}${PERIODIC}`, 'i');
const PERIODIC_BEFORE = new RegExp(PERIODIC, 'i');
/** How a sentence begins that names the divisor first: "Pro Epoche 120 g", "1 kWh causes 381 g". */
const DIVISOR_FIRST =
  /^[\s*_`>(]{0,6}(?:per|pro|je|p[ao]r|for|f[uü]r|pour|each|every|jede[mnrs]?|chaque|cada|ogni|1|one|eine?|une?)\s/i;
const DIVISOR_IN_LABEL = /[/⁄∕]|(?<!\p{L})(?:per|pro|je|p[ao]r|each|every|jede[mnrs]?|chaque|cada|ogni)\s/giu;
const QUANTITY_OVER_UNIT = /(?:energy|electricity|consum\w{1,8}|energie|verbrauch|time|duration)\s?$/i;
/** "Emissions (at 432 g/kWh)": the rate that the amount was reckoned with, not its unit. */
const OF_A_NUMBER = /(?<![a-z\d~>_{.,])\d[\d.,]*\s?[a-z][^/]{0,20}$/i;

/** The divisor directly behind an amount that ends at `end`: "/kWh", "per query", "per fine-tuning run", "a year". */
export function rateAfter(text: string, end: number): Rate | undefined {
  const after = text.slice(end, end + LOOK_AHEAD);
  const known = knownRate(after);
  if (known !== undefined) return known;
  if (PERIODIC_BEHIND.test(after)) return { per: 'other' };
  // "1.2 kg a long way" divides by nothing; "/" and "per" always do.
  return machineCode(PER).exec(after)?.[1] === undefined ? undefined : { per: 'other' };
}

/** The divisor that the clause before an amount begins with, or the period that it names. */
export function rateBefore(before: string): Rate | undefined {
  if (PERIODIC_BEFORE.test(before)) return { per: 'other' };
  return DIVISOR_FIRST.test(before) ? knownRate(` ${before.slice(0, LOOK_AHEAD)}`) : undefined;
}

/** The divisor that a label names: "CO2 per kWh (g)", "Carbon intensity [g/kWh]", "Daily consumption". */
export function rateOfLabel(label: string): Rate | undefined {
  const first = rateBefore(label);
  if (first !== undefined) return first;
  for (const { index } of label.matchAll(DIVISOR_IN_LABEL)) {
    const [before, from] = [label.slice(0, index), label.slice(index, index + LOOK_AHEAD)];
    const rate = isOverItsUnit(before) || OF_A_NUMBER.test(before) ? undefined : knownRate(from);
    if (rate !== undefined) return rate;
  }
  return undefined;
}

/** Whether a label that goes on with "/" is the name of a quantity over its unit, as physicists write it: "Energy / kWh". */
export function isOverItsUnit(before: string): boolean {
  return QUANTITY_OVER_UNIT.test(before);
}

function knownRate(after: string): Rate | undefined {
  const energy = MAY_NAME_ENERGY.test(after) ? machineCode(PER_ENERGY).exec(after)?.[1] : undefined;
  if (energy !== undefined) return { per: 'energy', kilowattHours: kilowattHoursIn(energy.toLowerCase()) };
  const per = divisorOf(machineCode(PER).exec(after)?.[2] ?? '');
  return per && { per };
}

function kilowattHoursIn(word: string): Big {
  if (word.startsWith('mj')) return toKilowattHours(new Big(1), 'MJ');
  if (word.startsWith('gj')) return toKilowattHours(new Big(1), 'GJ');
  if (word.startsWith('m')) return new Big(1000);
  return new Big(word.startsWith('w') ? '0.001' : 1);
}
