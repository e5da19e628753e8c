/** From this length of a text on, V8 makes machine code of an expression at once. No expression finds anything here. */
const LONG_TEXT = '\u0001'.repeat(1000);

const compiled = new WeakSet<RegExp>();

/**
 * Has a large expression compiled to machine code with its first use; what it finds stays the same.
 *
 * V8 makes bytecode for the first text and machine code for the second. Of an expression with hundreds of alternatives
 * the bytecode takes twice as long as the machine code: with the first card, that was half of the check.
 */
export function machineCode(pattern: RegExp): RegExp {
  if (compiled.has(pattern)) return pattern;
  compiled.add(pattern);
  const { lastIndex } = pattern;
  pattern.lastIndex = LONG_TEXT.length;
  pattern.test(LONG_TEXT);
  pattern.lastIndex = lastIndex;
  return pattern;
}
