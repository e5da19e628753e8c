import type { TextRange } from '../text-range';
import { isEnvironmental } from './carbon-words';
import { type HiddenRange, hiddenRanges } from './hidden-ranges';

/** A stretch of the body worth reading: a paragraph, list or table with a telling word, or a whole section. */
export interface Region extends TextRange {
  /** The headings above its start, outermost first. */
  readonly headings: readonly Heading[];
  /** Whether it is the pasted output of a program. */
  readonly output: boolean;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  /** The first heading, where it stands above all others: "# ClimateBERT" names a model and opens no part. */
  readonly isTitle: boolean;
}

/**
 * The words without which no line states anything of interest. Everything else follows from where they stand, so the
 * megabytes between them cost one pass of one regular expression.
 */
const TELLING =
  /co[2₂²_$<~]|carbon|[eé]mis[si]|emitted|environment|footprint|sustainab|wh\b|energy (?:consum|us)|hours? ?_?used|(?:hours?|hrs|days|minutes?|seconds?)\b|[gt]pu[- ](?:hours?|days?)|train(?:ing)?[ _](?:time|duration|runtime)|hardware/gi;

/** A duration tells something only with a number before it. */
const DURATION = /^(?:hours?|hrs|days|minutes?|seconds?)$/i;

type FoundHeading = Heading & { readonly start: number };

/** Nobody says more in a heading; what is below it is held against the whole of it, amount by amount. */
export const LONGEST_HEADING = 200;
const HEADING = new RegExp(`(#{1,6})[ \\t]([^\\n]{0,${LONGEST_HEADING}})`, 'y');

/** More is no card's prose; the cap keeps hostile text from costing more than a moment. */
const MAX_READ = 64_000;
/** What a region costs on top, as so many characters. */
const REGION_COST = 100;

/** The regions of the body in order, without overlap. */
export function findRegions(text: string, bodyStart: number): Region[] {
  const hidden = hiddenRanges(text, bodyStart);
  const headings = new HeadingTracker(text, bodyStart, hidden);
  const telling = new RegExp(TELLING);
  telling.lastIndex = bodyStart;
  const regions: Region[] = [];
  let floor = bodyStart;
  let read = 0;
  let nextHidden = 0;
  for (let hit = telling.exec(text); hit && read < MAX_READ; hit = telling.exec(text)) {
    if (DURATION.test(hit[0]) && !/\d/.test(text.slice(Math.max(0, hit.index - 4), hit.index))) continue;
    while ((hidden[nextHidden]?.end ?? Infinity) <= hit.index) nextHidden++;
    const around = hidden[nextHidden];
    if (around && around.start <= hit.index) {
      if (around.kind === 'output') {
        regions.push({ ...around, headings: headings.above(around.start), output: true });
        read += around.end - around.start + REGION_COST;
      }
      floor = telling.lastIndex = around.end;
      continue;
    }
    const start = Math.max(floor, paragraphStart(text, hit.index, floor));
    const above = headings.above(start);
    const end = Math.min(headings.sectionEnd(start) ?? paragraphEnd(text, hit.index), start + MAX_READ);
    for (const part of visibleParts({ start, end }, hidden, nextHidden)) {
      regions.push({ ...part, headings: above });
    }
    read += end - start + REGION_COST;
    // Output that begins in the range is read to its own end.
    floor = telling.lastIndex = Math.max(end, telling.lastIndex, regions.at(-1)?.end ?? 0);
  }
  return regions;
}

/** What is left of a range without comments and examples of code, the pasted output of programs apart. */
function visibleParts(
  range: TextRange,
  hidden: readonly HiddenRange[],
  from: number,
): Pick<Region, 'start' | 'end' | 'output'>[] {
  const parts: Pick<Region, 'start' | 'end' | 'output'>[] = [];
  let start = range.start;
  for (let index = from; index < hidden.length; index++) {
    const next = hidden[index];
    if (!next || next.start >= range.end) break;
    if (next.start > start) parts.push({ start, end: next.start, output: false });
    if (next.kind === 'output') parts.push({ start: next.start, end: next.end, output: true });
    start = Math.max(start, next.end);
  }
  if (start < range.end) parts.push({ start, end: range.end, output: false });
  return parts;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (text.charCodeAt(index) > 32) return false;
  return true;
}

/** The start of the line after the last blank line or before a heading, not before `floor`. */
function paragraphStart(text: string, at: number, floor: number): number {
  let start = lineStart(text, at);
  while (start > floor && text[start] !== '#') {
    const previous = lineStart(text, start - 1);
    if (isBlank(text, previous, start)) break;
    start = previous;
  }
  return start;
}

function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The end of the paragraph; of the next one too where this is only its title ("## Hardware", "**CO₂**", "Emissions:"). */
function paragraphEnd(text: string, at: number): number {
  let end = lineEnd(text, at);
  const title =
    text[lineStart(text, at)] === '#' || /(?::|\*\*|__)\s*$/.test(text.slice(Math.max(0, end - 20), end));
  let mayPassBlank = title;
  while (end < text.length) {
    const next = lineEnd(text, end + 1);
    if (text[end + 1] === '#') break;
    if (isBlank(text, end + 1, next)) {
      if (!mayPassBlank) break;
      mayPassBlank = false;
    }
    end = next;
  }
  return end;
}

/** The headings of a body, found one after the other as the reading moves on. */
class HeadingTracker {
  readonly #text: string;
  readonly #hidden: readonly HiddenRange[];
  readonly #stack: FoundHeading[] = [];
  #next: FoundHeading | undefined;
  #nextHidden = 0;
  #isAfterFirst = false;

  constructor(text: string, bodyStart: number, hidden: readonly HiddenRange[]) {
    this.#text = text;
    this.#hidden = hidden;
    this.#next = this.#find(bodyStart);
  }

  /** The headings above `at`, the one that begins there included; `at` may not go back. */
  above(at: number): Heading[] {
    while (this.#next && this.#next.start <= at) {
      const { level } = this.#next;
      while ((this.#stack.at(-1)?.level ?? 0) >= level) this.#stack.pop();
      this.#stack.push(this.#next);
      this.#next = this.#find(this.#next.start + 1);
    }
    return [...this.#stack];
  }

  /** Where the section ends that an environmental heading at `at` opens; undefined where none begins there. */
  sectionEnd(at: number): number | undefined {
    const opened = this.#stack.at(-1);
    if (opened?.start !== at || !isEnvironmental(opened)) return undefined;
    const limit = at + MAX_READ;
    while (this.#next && this.#next.level > opened.level && this.#next.start < limit) {
      this.#next = this.#find(this.#next.start + 1);
    }
    return this.#next?.start ?? this.#text.length;
  }

  #find(from: number): FoundHeading | undefined {
    const isFirst = from === 0 && this.#text.startsWith('#');
    for (let at = isFirst ? 0 : this.#lineWithHash(from); at !== undefined; at = this.#lineWithHash(at + 1)) {
      while ((this.#hidden[this.#nextHidden]?.end ?? Infinity) <= at) this.#nextHidden++;
      const isHidden = (this.#hidden[this.#nextHidden]?.start ?? Infinity) <= at;
      HEADING.lastIndex = at;
      const match = isHidden ? null : HEADING.exec(this.#text);
      if (match) {
        const level = match[1]?.length ?? 1;
        const isTitle = level === 1 && !this.#isAfterFirst;
        this.#isAfterFirst = true;
        return { level, text: match[2]?.trim() ?? '', isTitle, start: at };
      }
    }
    return undefined;
  }

  /** The start of the next line from `from` on that begins with "#". */
  #lineWithHash(from: number): number | undefined {
    const newline = this.#text.indexOf('\n#', Math.max(0, from - 1));
    return newline < 0 ? undefined : newline + 1;
  }
}
