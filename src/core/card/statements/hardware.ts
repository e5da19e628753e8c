import { machineCode } from '../../quantity/machine-code';
import { findAccelerators } from '../../physical/accelerators';
import { gridIntensity } from '../../physical/grid';
import { lastSentence } from './mention';
import { type Passage, plainText } from './passage';
import type { HardwareStatement, PlaceStatement } from './statement';
import { certaintyOfSubject } from './subject';

const HARDWARE_LABELS =
  /\bhardware|\bgpus?\b|\btpus?\b|\baccelerators?\b|\bdevices?\b|\bmachines?\b|\bcompute infrastructure\b|\binfrastructure\b|\bprocessor|\bcpus?\b|\bgraphics? card/i;
const NOT_THE_TRAINING =
  /\binferenc|\bdeploy|\brecommended|\brequire|\bminimum\b|\bserving\b|\blocal(?:ly)?\b/i;
const TRAINING = /train|fine-?tun|comput|hardware|emission|emitted|carbon|\bran\b/i;
const PLACE_LABELS =
  /^(?:the )?(?:geo(?:graphical|graphic)?[ _]?)?(?:compute[ _]|cloud[ _]|training[ _]|server[ _]|data ?cent(?:er|re)[ _])?(?:location|region|country|place|zone)s?(?:[ _](?:of|name).{0,40})?$/i;
const PLACEHOLDER =
  /more information needed|^(?:unknown|n\/?a|none|not (?:specified|known|applicable|reported|available)|tbd|-+|\?+)$/i;
const LABELLED = 0.95;
const IN_PROSE = 0.7;
const IN_BRACKETS = 0.7;
const MAX_LENGTH = 160;
const LOOK_BACK = 300;

/** The machines that a passage names as those of the training. */
export function hardwareIn(passage: Passage): HardwareStatement[] {
  const labelled = machineCode(HARDWARE_LABELS).test(passage.label);
  if (!labelled && (!TRAINING.test(passage.text) || NOT_THE_TRAINING.test(passage.text))) return [];
  if (NOT_THE_TRAINING.test(passage.label) || passage.context.some((text) => NOT_THE_TRAINING.test(text)))
    return [];
  const found = findAccelerators(passage.text);
  const first = found[0];
  const last = found.at(-1);
  if (!first || !last) return [];
  const sentence = lastSentence(passage.text.slice(0, first.range.start).slice(-LOOK_BACK));
  const ofThisModel = certaintyOfSubject({ passage, lead: sentence, after: '' });
  const whole = trimmed(passage);
  const isShort = labelled && whole.end - whole.start <= MAX_LENGTH;
  const range = isShort
    ? whole
    : { start: passage.start + first.range.start, end: passage.start + last.range.end };
  const text = plainText(passage.text.slice(range.start - passage.start, range.end - passage.start));
  return [
    {
      kind: 'hardware',
      range,
      quote: text,
      label: passage.label,
      certainty: (labelled ? LABELLED : IN_PROSE) * ofThisModel * passage.certainty,
      text,
    },
  ];
}

/** Where the computing ran: a labelled place, or one in brackets behind an amount ("1.71 KgCO2 (Singapore)"). */
export function placeIn(passage: Passage): PlaceStatement[] {
  if (machineCode(PLACE_LABELS).test(passage.label)) {
    const range = trimmed(passage);
    const text = plainText(passage.text);
    if (text === '' || text.length > MAX_LENGTH || PLACEHOLDER.test(text)) return [];
    return [
      {
        kind: 'place',
        range,
        quote: text,
        label: passage.label,
        certainty: LABELLED * passage.certainty,
        text,
      },
    ];
  }
  const bracket = /\d[^()]{0,40}\((\p{Lu}[^()\d:]{2,40})\)/u.exec(passage.text);
  const place = bracket?.[1];
  if (bracket === null || place === undefined || !gridIntensity(place).known) return [];
  const start = passage.start + bracket.index + bracket[0].length - 1 - place.length;
  return [
    {
      kind: 'place',
      range: { start, end: start + place.length },
      quote: place,
      label: passage.label,
      certainty: IN_BRACKETS * passage.certainty,
      text: place,
    },
  ];
}

/** The range of a passage's text without blanks and emphasis around it. */
function trimmed({ text, start }: Passage): { start: number; end: number } {
  const isMargin = (index: number): boolean => ' \t\r\n*_`'.includes(text[index] ?? 'x');
  let [first, end] = [0, text.length];
  while (first < end && isMargin(first)) first++;
  while (end > first && isMargin(end - 1)) end--;
  return { start: start + first, end: start + end };
}
