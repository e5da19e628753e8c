import type { NumberContext } from '../../quantity/number-text';
import { toWatts } from '../../quantity/unit';
import { mentions } from './mention';
import type { Passage } from './passage';
import type { PowerStatement, PueStatement } from './statement';

const POWER_WORDS = /\btdp\b|\bpower\b|\bwatt|\bdraws?\b|\bthermal design/i;
const PUE = /(?:\bPUE\b|power usage effectiveness)[^\d\n]{0,24}?(\d(?:[.,]\d{1,3})?)(?![\d%])/gi;
const MAY_NAME_PUE = /pue|usage eff/i;
const CERTAINTY = 0.9;
/** A data centre cannot use less than its machines do; above three there is none. */
const PUE_RANGE = { low: 1, high: 3 };

/** Power drawn or rated ("TDP of 300W"). */
export function powerIn(passage: Passage, numbers: NumberContext): PowerStatement[] {
  if (!POWER_WORDS.test(passage.text) && !POWER_WORDS.test(passage.label)) return [];
  return mentions(passage, 'power', numbers).flatMap(({ quantity, range, quote, before, lead }) => {
    if (quantity.unit === undefined || !POWER_WORDS.test(`${passage.label} ${before}`)) return [];
    const isSingle = quantity.upper === undefined && quantity.bound === undefined;
    return [
      {
        kind: 'power' as const,
        range,
        quote,
        label: passage.label === '' ? lead.trim() : passage.label,
        certainty: CERTAINTY * passage.certainty,
        quantity,
        watts: isSingle ? toWatts(quantity.amount, quantity.unit) : undefined,
      },
    ];
  });
}

/** Power usage effectiveness of the data centre ("PUE: 1.4", "a PUE of 1.1"). */
export function pueIn(passage: Passage): PueStatement[] {
  if (!MAY_NAME_PUE.test(passage.text) && !MAY_NAME_PUE.test(passage.label)) return [];
  const text = `${passage.label}: ${passage.text}`;
  const shift = passage.start - (passage.label.length + 2);
  return [...text.matchAll(PUE)].flatMap((match) => {
    const pue = Number((match[1] ?? '').replace(',', '.'));
    const end = match.index + match[0].length;
    const start = Math.max(end - (match[1]?.length ?? 0), match.index);
    if (pue < PUE_RANGE.low || pue > PUE_RANGE.high || start + shift < passage.start) return [];
    return [
      {
        kind: 'pue' as const,
        range: { start: start + shift, end: end + shift },
        quote: match[0],
        label: passage.label,
        certainty: CERTAINTY * passage.certainty,
        pue,
      },
    ];
  });
}
