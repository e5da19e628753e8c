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

/** The index of the quote that closes the string opened at `open`; the end of the text where none does. */
function endOfString(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (code === QUOTE) return i;
  }
  return text.length;
}

/** Number of pairs in a parsed value: smaller than {@link JsonShape.pairs} where a key was given twice. */
export function countPairs(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const values = Object.values(value);
  const own = Array.isArray(value) ? 0 : values.length;
  return values.reduce<number>((sum, item) => sum + countPairs(item), own);
}
