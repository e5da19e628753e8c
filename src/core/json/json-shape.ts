/** What JSON text looks like before it is parsed. */
export interface JsonShape {
  /** How deep objects and arrays are nested; 1 for `{}`. */
  readonly depth: number;
  /** Number of `key: value` pairs in all objects together. */
  readonly pairs: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/**
 * Measures JSON text in one pass, so that hostile nesting is refused before `JSON.parse` builds it, and so that
 * keys given twice can be noticed (`JSON.parse` keeps the last one silently). Text that is no JSON gives some
 * numbers or other: `JSON.parse` refuses it later.
 */
export function measureJson(text: string): JsonShape {
  let depth = 0;
  let deepest = 0;
  let pairs = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i);
    else if (code === COLON) pairs++;
    // { is 0x7b, [ is 0x5b; the closing ones are two further.
    else if ((code & ~0x20) === 0x5b) deepest = Math.max(deepest, ++depth);
    else if ((code & ~0x20) === 0x5d) depth--;
  }
  return { depth: deepest, pairs };
}

/**
 * Whether JSON text is nested deeper than `most`, which is known before `JSON.parse` has built anything. It reads no further
 * than the first such place; millions of records are looked at like this, so that strings are passed over in one step.
 */
export function isNestedDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i);
    else if ((code & ~0x20) === 0x5b) {
      depth++;
      if (depth > most) return true;
    } else if ((code & ~0x20) === 0x5d) depth--;
  }
  return false;
}

/** The index of the quote that closes the string opened at `open`; the end of the text where none does. */
function endOfString(text: string, open: number): number {
  for (let end = text.indexOf('"', open + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    if (!isEscaped(text, end)) return end;
  }
  return text.length;
}

/** Whether an odd number of backslashes stands before a character. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before--;
  return (at - before) % 2 === 0;
}

/** Number of pairs in a parsed value: smaller than {@link JsonShape.pairs} where a key was given twice. */
export function countPairs(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const values = Object.values(value);
  const own = Array.isArray(value) ? 0 : values.length;
  return values.reduce<number>((sum, item) => sum + countPairs(item), own);
}
