import type { NumberContext } from '../../quantity/number-text';
import { type EnergyUnit, toKilowattHours } from '../../quantity/unit';
import { mentions } from './mention';
import type { Passage } from './passage';
import { isOfSomethingElse } from './not-computing';
import { scopeOfMention } from './scope';
import type { EnergyStatement } from './statement';
import { certaintyOfSubject } from './subject';

const MAY_HOLD = /wh|watt|joule|[kmg]j|\dj|kw/i;
const ENERGY_WORDS = /energ|electric|consum|power|\bused?\b|kwh/i;
/** Joules and lone watt-hours are as often those of physics or of a battery, and 1 kWh is what rates are given for. */
const SURE_UNITS: readonly EnergyUnit[] = ['kWh', 'MWh', 'GWh'];
const NAMED = 0.95;
const UNNAMED = 0.7;

/** The amounts of energy that a passage states. */
export function energyIn(passage: Passage, numbers: NumberContext): EnergyStatement[] {
  if (!MAY_HOLD.test(passage.text) && !MAY_HOLD.test(passage.label)) return [];
  return mentions(passage, 'energy', numbers).flatMap((mention) => {
    const { quantity, rate, range, quote, lead } = mention;
    const isNamed = ENERGY_WORDS.test(`${passage.label} ${mention.before}`);
    if (quantity.unit === undefined || quantity.amount.lt(0)) return [];
    if (rate?.per === 'other' || rate?.per === 'energy') return [];
    if (isOfSomethingElse(mention)) return [];
    if (!isNamed && (!SURE_UNITS.includes(quantity.unit) || quantity.amount.eq(1))) return [];
    const isSingle = quantity.upper === undefined && quantity.bound === undefined;
    return [
      {
        kind: 'energy' as const,
        range,
        quote,
        label: passage.label === '' ? lead.trim() : passage.label,
        certainty: (isNamed ? NAMED : UNNAMED) * certaintyOfSubject(mention) * passage.certainty,
        quantity,
        kilowattHours: isSingle ? toKilowattHours(quantity.amount, quantity.unit) : undefined,
        scope: scopeOfMention(mention),
      },
    ];
  });
}
