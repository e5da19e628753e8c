import type { TextRange } from './text-range';

/**
 * How the Hub finds the front matter, as one expression, the same on its server and in
 * `huggingface_hub/repocard.py`. JavaScript's `\s` holds the byte order mark, so a BOM is allowed.
 */
export const HUB_FRONT_MATTER = /^(\s*---(?:\r\n|\r|\n))([\s\S]*?)(?:\r\n|\r|\n)---[ \t]*(?:\r\n|\r|\n|$)/;

const OPENING_FENCE = /^\s*---(?:\r\n|\r|\n|$)/;

/** Above this a block is refused before it is parsed, in UTF-16 units. The largest real ones hold a thousand results. */
export const MAX_FRONT_MATTER_LENGTH = 512 * 1024;

/** A block of metadata at the start of a card. All ranges are offsets in the card's text. */
export interface FrontMatter {
  /** `closed`: the Hub reads it. `unclosed`: it is still being typed, and the Hub sees no metadata at all. */
  readonly state: 'closed' | 'unclosed';
  /** The opening `---`, without the white space before it or the line break behind. */
  readonly openingFence: TextRange;
  /** The YAML between the fences, without the line break before the closing fence. */
  readonly yaml: TextRange;
  /** The closing `---`, where there is one. */
  readonly closingFence: TextRange | undefined;
  /** Where the Markdown begins: behind the closing fence's line, or the end of an unclosed block. */
  readonly bodyStart: number;
}

/**
 * The front matter as the Hub sees it, or the block that is being typed where nothing closes it yet.
 *
 * @returns undefined where the text does not open a block.
 */
export function findFrontMatter(text: string): FrontMatter | undefined {
  const opening = OPENING_FENCE.exec(text);
  if (opening === null) return undefined;
  const dashes = opening[0].indexOf('---');
  const openingFence = { start: dashes, end: dashes + 3 };
  const closed = HUB_FRONT_MATTER.exec(text);
  if (closed === null) return unclosedBlock(text, openingFence, opening[0].length);
  const yamlStart = (closed[1] ?? '').length;
  const yamlEnd = yamlStart + (closed[2] ?? '').length;
  const closingStart = text.indexOf('---', yamlEnd);
  return {
    state: 'closed',
    openingFence,
    yaml: { start: yamlStart, end: yamlEnd },
    closingFence: { start: closingStart, end: closingStart + 3 },
    bodyStart: closed[0].length,
  };
}

/** A line that can stand in a mapping: blank, indented, a comment, a list item, or `key:`. */
const YAML_LINE = /^(?:$|[ \t#]|-(?:[ \t]|$)|["'\w][^:\r\n]{0,200}:(?:[ \t]|$))/;
const MARKDOWN_HEADING = /^#{1,6}[ \t]+\S/;

/** The block ends where its lines stop looking like YAML, so that the prose is never parsed as metadata. */
function unclosedBlock(text: string, openingFence: TextRange, yamlStart: number): FrontMatter {
  let end = yamlStart;
  let afterBlank = false;
  for (const { line, start } of lines(text, yamlStart)) {
    const isTooFar = start - yamlStart > MAX_FRONT_MATTER_LENGTH;
    const isHeading = afterBlank && MARKDOWN_HEADING.test(line);
    if (isTooFar || isHeading || /^\s*-{3}/.test(line) || !YAML_LINE.test(line)) break;
    if (line.trim() === '') {
      afterBlank = true;
    } else {
      end = start + line.length;
      afterBlank = false;
    }
  }
  return {
    state: 'unclosed',
    openingFence,
    yaml: { start: Math.min(yamlStart, text.length), end },
    closingFence: undefined,
    bodyStart: end,
  };
}

/** The lines of a text from an offset on, without their line breaks. */
export function* lines(text: string, from = 0): Generator<{ line: string; start: number }> {
  const lineBreak = /\r\n|\r|\n/g;
  lineBreak.lastIndex = from;
  let start = from;
  for (let match = lineBreak.exec(text); match !== null; match = lineBreak.exec(text)) {
    yield { line: text.slice(start, match.index), start };
    start = match.index + match[0].length;
  }
  yield { line: text.slice(start), start };
}
