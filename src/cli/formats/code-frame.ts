import stringWidth from 'string-width';
import { lineEndAt, lineStartAt } from '../../core/card/line-break';
import type { TextRange } from '../../core/card/text-range';
import { printable } from './printable';

/** Longer lines are cut around the finding. */
const FRAME_WIDTH = 100;

const TAB_WIDTH = 4;

/** A line of a card, and what is to stand below it to mark a part. */
export interface CodeFrame {
  readonly shown: string;
  readonly blanks: string;
  readonly marks: string;
}

/** The line on which a range begins, with marks below it that stand right also for wide characters and behind tabs. */
export function codeFrame(source: string, { start, end }: TextRange): CodeFrame {
  const from = Math.max(lineStartAt(source, start), start - FRAME_WIDTH / 2);
  const to = Math.min(lineEndAt(source, start), from + FRAME_WIDTH);
  const before = stringWidth(shownText(source.slice(from, start)));
  const through = stringWidth(shownText(source.slice(from, Math.min(end, to))));
  return {
    shown: shownText(source.slice(from, to)),
    blanks: ' '.repeat(before),
    marks: '^'.repeat(Math.max(1, through - before)),
  };
}

/** As it is printed: tabs as blanks, no halves of characters where the line was cut. */
function shownText(text: string): string {
  const whole = text.replaceAll(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  const [first = '', ...rest] = printable(whole, { keepTabs: true }).split('\t');
  return rest.reduce((line, part) => {
    const width = stringWidth(line);
    return `${line}${' '.repeat(TAB_WIDTH - (width % TAB_WIDTH))}${part}`;
  }, first);
}
