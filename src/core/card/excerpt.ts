/** Longer quotations are cut: a message is read in a tooltip, or in one line of a list. */
const LONGEST = 80;

/** What ends a line, is obeyed by terminals, or turns the order of the text around. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu;

/** A part of a card, fit to be quoted in a message: on one line, cut where it is long, and nothing in it but text. */
export function excerpt(text: string, longest = LONGEST): string {
  const line = text.slice(0, longest + 1).replace(UNPRINTABLE, ' ');
  if (text.length <= longest) return line;
  // A half of a character would be shown as a box.
  return `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
