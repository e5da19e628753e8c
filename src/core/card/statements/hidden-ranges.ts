import type { TextRange } from '../text-range';

/** A part of the body that is not the author's prose. */
export interface HiddenRange extends TextRange {
  /** Output of a program pasted in a plain code block may still state an amount; the rest never does. */
  readonly kind: 'output' | 'hidden';
}

const OPENING = /<!--|^[ \t]{0,3}(`{3,}|~{3,})([^\n`]*)$/gm;
/** Code blocks that authors use for logs and results; any other language is an example. */
const OUTPUT_LANGUAGE = /^(?:|te?xt|plain|plaintext|console|log|output|none)$/i;
const WRAPPED_CARD = /^(?:markdown|md)$/i;
/** A chat answer pasted whole wraps the card in a fence near the top. */
const WRAPPED_CARD_BEFORE = 1000;

/**
 * HTML comments and code blocks of a Markdown body, in order and without overlap. One opening is looked for after the
 * end of the last, so the cost is linear.
 */
export function hiddenRanges(text: string, bodyStart: number): HiddenRange[] {
  const ranges: HiddenRange[] = [];
  const opening = new RegExp(OPENING);
  opening.lastIndex = bodyStart;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const fence = match[1];
    const range = fence === undefined ? comment(text, match.index) : codeBlock(text, match, fence, bodyStart);
    if (range !== undefined) ranges.push(range);
    opening.lastIndex = range?.end ?? opening.lastIndex;
  }
  return ranges;
}

function comment(text: string, start: number): HiddenRange {
  const end = text.indexOf('-->', start + 4);
  return { start, end: end < 0 ? text.length : end + 3, kind: 'hidden' };
}

function codeBlock(
  text: string,
  opening: RegExpExecArray,
  fence: string,
  bodyStart: number,
): HiddenRange | undefined {
  const language = opening[2]?.trim() ?? '';
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

function endOfFence(text: string, from: number, fence: string): number {
  const closing = new RegExp(`^[ \\t]{0,3}${fence[0] ?? ''}{${fence.length},}[ \\t]*$`, 'gm');
  closing.lastIndex = from;
  const match = closing.exec(text);
  return match ? closing.lastIndex : text.length;
}
