import { machineCode } from '../../quantity/machine-code';
import Big from 'big.js';
import { findAccelerators } from '../../physical/accelerators';
import type { NumberContext } from '../../quantity/number-text';
import { type TimeUnit, toHours } from '../../quantity/unit';
import { type Mention, mentions } from './mention';
import { COMPUTING, isOfSomethingElse } from './not-computing';
import { type Passage, plainText } from './passage';
import { scopeOfMention } from './scope';
import type { HoursStatement } from './statement';
import { certaintyOfSubject } from './subject';

/** Labels of the time that computing took. */
const LABELS =
  /\bhours? ?_?used\b|\b(?:[gt]pu|device|compute)[ -]?hours?\b|\b(?:pre-?|fine-?)?train(?:ing|ed)?[ _](?:time|duration|runtime|hours|took)\b|\b(?:compute|computing|computation|wall[- ]?clock|elapsed|run)[ _]?(?:time|duration)\b|\bduration\b|\btime (?:spent|elapsed|used|taken)\b|\bruntime\b|\btook\b/i;
/** A quick look at the label before any number is read. */
const MAY_HOLD = /hour|time|duration|runtime|took/i;
/** Hours of recordings are data. */
const DATA =
  /\b(?:audio|speech|record\w+|video|data(?:set)?|corpus|corpora|transcri\w+|music|footage|labell?ed)\b/i;
const OF_DATA =
  /^\s*(?:of|de)\s+(?!(?:\w+\s){0,2}?(?:comput\w*|train\w*|pre-?train\w*|fine-?tun\w*|[gtc]pus?|tpuv?\d*|processing|wall|[ahv]\d{2,3}\w*)\b)/i;
/** "Trained on 680k hours", not "for". */
const ON_DATA =
  /\b(?:on|with|from|using)\s(?:(?:about|over|around|approximately|roughly|nearly|almost|more than|up to|some)\s|[~≈]\s?)?$/i;
const AS_COMPUTING = /^[\w\s-]{0,24}(?:comput|train|fine-?tun|\b[gt]pu)/i;
const LABELLED = 0.95;
const IN_PROSE = 0.8;
/** Seconds and minutes in a sentence are rarely a training. */
const SHORT_IN_PROSE = 0.5;
/** Hugging Face's Trainer reports seconds under this key. */
const TRAINER_SECONDS = /^train_runtime$/i;
const DEVICE_HOURS =
  /\b(?:[gtc]pu|device|core|node|chip|accelerator|tpuv?\d*|[ahvpl]\d{2,3}[\w-]*|t4)[\s-]{1,2}(?:hours?|hrs?|h|days?)\b/i;

/** The durations of computing that a passage states. */
export function hoursIn(passage: Passage, numbers: NumberContext): HoursStatement[] {
  if (!MAY_HOLD.test(passage.label) && !COMPUTING.test(passage.text) && !COMPUTING.test(passage.label))
    return [];
  return joinParts(mentions(passage, 'time', numbers)).flatMap((mention) => {
    const { quantity, range, quote, lead, after, rate } = mention;
    const unit = quantity.unit ?? unitOfLabel(passage.label);
    const certainty = certaintyOf(mention);
    if (certainty === 0 || unit === undefined || rate?.per === 'other' || rate?.per === 'energy') return [];
    const isSingle = quantity.upper === undefined && quantity.bound === undefined;
    return [
      {
        kind: 'hours' as const,
        range,
        quote,
        label: passage.label === '' ? lead.trim() : passage.label,
        certainty: certainty * certaintyOfSubject(mention) * passage.certainty,
        quantity: { ...quantity, unit },
        hours: isSingle ? toHours(quantity.amount, unit) : undefined,
        deviceHours: machineCode(DEVICE_HOURS).test(passage.label) || DEVICE_HOURS.test(quote),
        devices: findAccelerators(`${lead} ${quote} ${after}`),
        scope: scopeOfMention(mention),
      },
    ];
  });
}

function unitOfLabel(label: string): TimeUnit | undefined {
  if (TRAINER_SECONDS.test(label)) return 's';
  return /\bhours?\b/i.test(label) ? 'h' : undefined;
}

function certaintyOf(mention: Mention<TimeUnit>): number {
  const { passage, quantity, quote, before, after, lead } = mention;
  if (quantity.amount.lt(0) || OF_DATA.test(after) || DATA.test(passage.label)) return 0;
  if (isOfSomethingElse(mention)) return 0;
  if (LABELS.test(passage.label) || TRAINER_SECONDS.test(passage.label)) return LABELLED;
  // Without a unit of its own a number is a duration only under a label that says so.
  if (quantity.unit === undefined || DATA.test(after) || DATA.test(before)) return 0;
  if (ON_DATA.test(before) && !AS_COMPUTING.test(after) && !DEVICE_HOURS.test(quote)) return 0;
  if (!COMPUTING.test(`${lead} ${quote} ${after} ${passage.label}`)) return 0;
  return quantity.unit === 's' || quantity.unit === 'min' ? SHORT_IN_PROSE : IN_PROSE;
}

/** "4 days and 9.5 hours" is one duration. */
function joinParts(all: readonly Mention<TimeUnit>[]): Mention<TimeUnit>[] {
  const joined: Mention<TimeUnit>[] = [];
  for (const mention of all) {
    const last = joined.at(-1);
    const whole = last && sum(last, mention);
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(mention);
  }
  return joined;
}

function sum(first: Mention<TimeUnit>, second: Mention<TimeUnit>): Mention<TimeUnit> | undefined {
  const { text, start } = first.passage;
  const between = text.slice(first.range.end - start, second.range.start - start);
  const [unit, smaller] = [first.quantity.unit, second.quantity.unit];
  if (unit === undefined || smaller === undefined || !/^[\s,]*(?:(?:and|&)\s*)?$/.test(between))
    return undefined;
  if (toHours(second.quantity.amount, smaller).gte(toHours(new Big(1), unit))) return undefined;
  const range = { start: first.range.start, end: second.range.end };
  return {
    ...second,
    before: first.before,
    lead: first.lead,
    range,
    quote: plainText(text.slice(range.start - start, range.end - start)),
    quantity: {
      ...second.quantity,
      range,
      numberRange: range,
      amount: toHours(first.quantity.amount, unit).plus(toHours(second.quantity.amount, smaller)),
      unit: 'h',
    },
  };
}
