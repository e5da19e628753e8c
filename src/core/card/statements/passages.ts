import { isEnvironmental } from './carbon-words';
import { type Passage, type Place, plainText } from './passage';
import { type Heading, LONGEST_HEADING, type Region } from './region';
import { isDelimiterRow, isTableRow, tablePassages } from './table';

const HEADING = /^(#{1,6})[ \t]+/;
/** Bounded throughout, so that a line of blanks is not tried from each of them. */
const MARKER =
  /^[ \t]{0,40}(?:>[ \t]?){0,8}[ \t]{0,40}(?:[-*+•·–][ \t]{1,40}|\d{1,3}[.)][ \t]{1,40})(?:\[[ xX]\][ \t])?/;
const QUOTE = /^[ \t]{0,40}(?:>[ \t]?){0,8}[ \t]{0,40}/;
/** "Label: value", "**Label** value", "Label = value"; a colon between digits or before "//" separates nothing. */
const LABEL = /^([^\n:：=|]{1,160}?)(?:\*\*|__)?\s{0,3}(?:[:：](?!\/\/)|=)/;
const BOLD_LABEL = /^(\*\*|__)([^*\n]{1,160}?)\1/;
const DASH_LABEL = /^([^\n:=|]{1,80}?[^\n:=|\d\s])\s(?:-|–|—|→|->)\s/;
/** "Emissions (kg CO2eq) 0.4": a bracket right before a number ends a label. */
const BRACKET_LABEL = /^([^\n:=|]{1,80}?\([^()\n]{1,40}\))\s{1,3}(?=[~≈]?\s?\d)/;
const DASH_BEFORE_NUMBER = /^[^\n:=|]{1,60}?\s[-–—→]\s{1,3}[~≈<*`]{0,3}\d/;
const LEAD = /^[\s*_:=]*/;

const OUTPUT_CERTAINTY = 0.5;

interface Line {
  readonly start: number;
  readonly text: string;
}

interface Parent {
  readonly indent: number;
  readonly label: string;
}

/** Splits a region of the card into passages, in order. */
export function passagesOf(card: string, region: Region): Passage[] {
  const reader = new PassageReader(card, region);
  let start = region.start;
  while (start < region.end) {
    const newline = card.indexOf('\n', start);
    const end = newline < 0 || newline > region.end ? region.end : newline;
    reader.readLine({ start, text: card.slice(start, end).replace(/\r$/, '') });
    start = end + 1;
  }
  return reader.finish();
}

class PassageReader {
  readonly #card: string;
  readonly #certainty: number;
  readonly #passages: Passage[] = [];
  #headings: Heading[];
  #parents: Parent[] = [];
  #rows: Line[] = [];
  /** Whether the table being read has no pipes around its rows. */
  #isBareTable = false;
  /** What passages here have in common; undefined where a heading or a list item has changed it. */
  #place: Place | undefined;
  /** The item being read: where it starts behind its marker, and its lines so far. */
  #item: { start: number; end: number; indent: number; isListItem: boolean } | undefined;

  constructor(card: string, region: Region) {
    this.#card = card;
    this.#headings = [...region.headings];
    this.#certainty = region.output ? OUTPUT_CERTAINTY : 1;
  }

  readLine(line: Line): void {
    if (isTableRow(line.text) || (this.#isBareTable && line.text.includes('|'))) {
      this.#endItem();
      this.#rows.push(line);
      return;
    }
    if (this.#item && isDelimiterRow(line.text)) {
      this.#rows = [this.#takeHeadRow(this.#item), line];
      this.#isBareTable = true;
      return;
    }
    this.#endTable();
    const heading = HEADING.exec(line.text);
    const marker = MARKER.exec(line.text)?.[0];
    if (line.text.trim() === '') {
      this.#endItem();
    } else if (heading) {
      this.#endItem();
      this.#openSection(heading[1]?.length ?? 1, line.text.slice(heading[0].length));
      this.#startItem(line, heading[0].length, false);
      this.#endItem();
      this.#setParents([]);
    } else if (marker !== undefined) {
      this.#endItem();
      this.#startItem(line, marker.length, true);
    } else if (this.#item === undefined || labelOf(line.text.slice(quoteLength(line.text)), false)) {
      this.#endItem();
      this.#startItem(line, quoteLength(line.text), false);
    } else {
      this.#item.end = line.start + line.text.length;
    }
  }

  finish(): Passage[] {
    this.#endItem();
    this.#endTable();
    return this.#passages;
  }

  #openSection(level: number, line: string): void {
    const text = line.slice(0, LONGEST_HEADING).trim();
    const isTitle = this.#headings.some((heading) => heading.isTitle && heading.text === text);
    const above = this.#headings.filter((heading) => heading.level < level);
    this.#headings = [...above, { level, text, isTitle }];
    this.#place = undefined;
  }

  #setParents(parents: Parent[]): void {
    this.#parents = parents;
    this.#place = undefined;
  }

  #startItem(line: Line, offset: number, isListItem: boolean): void {
    const indent = line.text.search(/\S/);
    this.#item = { start: line.start + offset, end: line.start + line.text.length, indent, isListItem };
  }

  #endItem(): void {
    const item = this.#item;
    this.#item = undefined;
    if (item === undefined) return;
    const text = this.#card.slice(item.start, item.end);
    const label = labelOf(text, item.isListItem);
    const valueStart = label?.end ?? 0;
    const value = text.slice(valueStart);
    // A line outside the list is a parent of the list below it only if it is nothing but a label.
    if (this.#parents.length > 0) {
      this.#setParents(item.isListItem ? this.#parents.filter(({ indent }) => indent < item.indent) : []);
    }
    const place = this.#whatIsAround();
    if (item.isListItem || value.trim() === '') {
      const parent = {
        indent: item.isListItem ? item.indent : -1,
        label: label?.text ?? plainText(text.slice(0, 160)),
      };
      this.#setParents([...this.#parents, parent]);
    }
    this.#passages.push({
      ...place,
      text: value,
      start: item.start + valueStart,
      label: label?.text ?? '',
      labelStart: item.start + (label?.start ?? 0),
      rows: 0,
    });
  }

  /** The last line of the paragraph before a delimiter row is the head of a table without outer pipes. */
  #takeHeadRow(item: { start: number; end: number }): Line {
    const start = Math.max(item.start, this.#card.lastIndexOf('\n', item.end - 1) + 1);
    this.#item = undefined;
    return { start, text: this.#card.slice(start, item.end) };
  }

  #endTable(): void {
    if (this.#rows.length === 0) return;
    for (const cell of tablePassages(this.#rows, this.#whatIsAround())) this.#passages.push(cell);
    this.#rows = [];
    this.#isBareTable = false;
  }

  #whatIsAround(): Place {
    return (this.#place ??= {
      context: [
        ...this.#headings.map(({ text }) => text),
        ...this.#parents.map(({ label }) => label),
      ].reverse(),
      title: this.#headings.find(({ isTitle }) => isTitle)?.text ?? '',
      environmental: this.#headings.some(isEnvironmental),
      certainty: this.#certainty,
    });
  }
}

function quoteLength(line: string): number {
  return QUOTE.exec(line)?.[0].length ?? 0;
}

/** The label of an item, where its text begins, and where the value begins. */
function labelOf(
  text: string,
  isListItem: boolean,
): { text: string; start: number; end: number } | undefined {
  const match = LABEL.exec(text);
  const colon = match && !isClock(text, match[0].length) ? match : null;
  const bold = BOLD_LABEL.exec(text);
  const dash = isListItem || DASH_BEFORE_NUMBER.test(text) ? DASH_LABEL.exec(text) : null;
  const bracket = BRACKET_LABEL.exec(text);
  const raw = colon?.[1] ?? bold?.[2] ?? dash?.[1] ?? bracket?.[1];
  const length = (colon ?? bold ?? dash ?? bracket)?.[0].length;
  if (raw === undefined || length === undefined || !/\p{L}/u.test(raw)) return undefined;
  const sentence = sentenceStart(raw);
  const label = plainText(raw.slice(sentence));
  if (label === '' || /https?$/i.test(label)) return undefined;
  const lead = LEAD.exec(text.slice(length))?.[0].length ?? 0;
  const start = sentence + raw.slice(sentence).search(/[^\s*_`]/) + (bold && !colon ? 2 : 0);
  return { text: label, start, end: length + lead };
}

/** Where the last sentence begins; "kg eq. CO2" goes on. */
function sentenceStart(text: string): number {
  let end = text.lastIndexOf('. ');
  while (end > 0 && /\beq$/i.test(text.slice(Math.max(0, end - 4), end)))
    end = text.lastIndexOf('. ', end - 1);
  return end + 1;
}

function isClock(text: string, end: number): boolean {
  return /\d/.test(text[end - 2] ?? '') && /\d/.test(text[end] ?? '');
}
