import type { TextRange } from '../text-range';

/** A part of the body that is not the author's prose. */
export interface HiddenRange extends TextRange {
  /** Output of a program pasted in a plain code block may still state an amount; the rest never does. */
  readonly kind: 'output' | 'hidden';
}

const OPENINGS = ['<!--', '```', '~~~'];
const FENCE = /(`{3,}|~{3,})([^\n`]*)/y;
/** Code blocks that authors use for logs and results; any other language is an example. */
const OUTPUT_LANGUAGE = /^(?:|te?xt|plain|plaintext|console|log|output|none)$/i;
const WRAPPED_CARD = /^(?:markdown|md)$/i;
/** A chat answer pasted whole wraps the card in a fence near the top. */
const WRAPPED_CARD_BEFORE = 1000;

/**
 * HTML comments and code blocks of a Markdown body, in order and without overlap. Each kind of opening is looked for
 * after the end of the last range, and its next place remembered, so the cost is linear.
 */
export function hiddenRanges(text: string, bodyStart: number): HiddenRange[] {
  const ranges: HiddenRange[] = [];
  const next = OPENINGS.map((opening) => indexOf(text, opening, bodyStart));
  for (;;) {
    const at = Math.min(...next);
    if (at === Infinity) return ranges;
    const range = rangeAt(text, at, bodyStart);
    if (range !== undefined) ranges.push(range);
    const from = range?.end ?? at + 1;
    OPENINGS.forEach((opening, kind) => {
      if ((next[kind] ?? 0) < from) next[kind] = indexOf(text, opening, from);
    });
  }
}

function indexOf(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at < 0 ? Infinity : at;
}

function rangeAt(text: string, at: number, bodyStart: number): HiddenRange | undefined {
  if (text[at] === '<') return comment(text, at);
  FENCE.lastIndex = at;
  const fence = isIndentOnly(text, at) ? FENCE.exec(text) : null;
  // Code marks behind the language would make it code within a line.
  if (fence === null || text[FENCE.lastIndex] === '`') return undefined;
  return codeBlock(text, fence, bodyStart);
}

function comment(text: string, start: number): HiddenRange {
  const end = text.indexOf('-->', start + 4);
  return { start, end: end < 0 ? text.length : end + 3, kind: 'hidden' };
}

function codeBlock(text: string, opening: RegExpExecArray, bodyStart: number): HiddenRange {
  const [, fence = '', language = ''] = opening.map((part) => part.trim());
  const contentStart = opening.index + opening[0].length;
  const end = endOfFence(text, contentStart, fence);
  const isOutput = OUTPUT_LANGUAGE.test(language);
  if (!WRAPPED_CARD.test(language) || opening.index - bodyStart > WRAPPED_CARD_BEFORE) {
    return { start: opening.index, end, kind: isOutput ? 'output' : 'hidden' };
  }
  const frontMatter = /^\s*---[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(text.slice(contentStart, end));
  const hiddenEnd = frontMatter ? contentStart + frontMatter[0].length : end;
  return { start: opening.index, end: hiddenEnd, kind: 'hidden' };
}

const CLOSING = /[`~]*[ \t\r]*(?=\n|$)/y;

function endOfFence(text: string, from: number, fence: string): number {
  for (let at = text.indexOf(fence, from); at >= 0; at = text.indexOf(fence, at + 1)) {
    CLOSING.lastIndex = at + fence.length;
    if (isIndentOnly(text, at) && CLOSING.test(text)) return CLOSING.lastIndex;
  }
  return text.length;
}

/** Whether only the three blanks that Markdown allows stand before `at` in its line. */
function isIndentOnly(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 4 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return start === 0 || text[start - 1] === '\n';
}
