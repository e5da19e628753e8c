import Big from 'big.js';
import { machineCode } from '../../quantity/machine-code';
import { toKilowattHours } from '../../quantity/unit';

/** What an amount is divided by. */
export type Rate =
  | { readonly per: 'energy'; /** Kilowatt-hours in one of the divisor. */ readonly kilowattHours: Big }
  | { readonly per: 'inference' | 'run' | 'other' };

/** No divisor is named further behind the amount. */
const LOOK_AHEAD = 60;
const CLOSE = '[\\s)\\]*_`$}.]{0,6}';
const PER_ENERGY = new RegExp(
  `^${CLOSE}(?:[/⁄∕·⋅]|\\\\/|per\\b|an?\\b|each\\b|\\s)\\s{0,2}(?:1\\s)?[({$]{0,3}(?:\\\\(?:text|mathrm|rm)\\{?)?\\s?` +
    '(kw[ ·⋅-]?h|kilowatt[ -]?hour|mw[ ·⋅-]?h|megawatt[ -]?hour|w[·⋅-]?h|watt[ -]?hour|mj|gj)s?(?![a-z])',
  'i',
);
const PER = new RegExp(
  `^${CLOSE}(?:([/⁄∕]|per\\b|p\\.)|(?:for )?(?:each|every)\\b|an?\\b|for (?:a single|one)\\b)\\s{0,2}` +
    '(?:\\d[\\d,.]*\\s?(?:k\\b|million|thousand)?\\s?)?((?:[\\w-]+\\s){0,2}[\\w-]+)',
  'i',
);
/** The first word that tells decides: "per hour of training" is an hour. */
const DIVISORS: readonly (readonly ['inference' | 'run' | 'other', RegExp])[] = [
  [
    'other',
    /^(?:hours?|hrs?|h|days?|d|years?|yr|months?|weeks?|seconds?|s|km|miles?|person|people|capita|passenger|kg|g|t|tonnes?|gpus?|devices?|nodes?|m2|usd|dollars?|euros?)$/i,
  ],
  [
    'inference',
    /^(?:quer|request|inferenc|prompt|token|image|predict|generat|call|response|answer|message|sample|sentence|document|page|word|user|minute|classif|translat|summar|audio|video)/i,
  ],
  [
    'run',
    /^(?:run|experiment|train|fine-?tun|pre-?train|model|trial|seed|epoch|fold|iteration|step|language|task|checkpoint|config|version)/i,
  ],
];

/** The divisor directly behind an amount that ends at `end`: "/kWh", "per query", "per fine-tuning run", "a year". */
export function rateAfter(text: string, end: number): Rate | undefined {
  const after = text.slice(end, end + LOOK_AHEAD);
  const energy = machineCode(PER_ENERGY).exec(after)?.[1];
  if (energy !== undefined) return { per: 'energy', kilowattHours: divisor(energy.toLowerCase()) };
  const match = machineCode(PER).exec(after);
  if (!match) return undefined;
  for (const word of (match[2] ?? '').split(/\s/)) {
    const divisor = DIVISORS.find(([, words]) => words.test(word))?.[0];
    if (divisor !== undefined) return { per: divisor };
  }
  // "1.2 kg a long way" divides by nothing; "/" and "per" always do.
  return match[1] === undefined ? undefined : { per: 'other' };
}

function divisor(word: string): Big {
  if (word.startsWith('k')) return new Big(1);
  if (word.startsWith('mj')) return toKilowattHours(new Big(1), 'MJ');
  if (word.startsWith('gj')) return toKilowattHours(new Big(1), 'GJ');
  return word.startsWith('m') ? new Big(1000) : new Big('0.001');
}
