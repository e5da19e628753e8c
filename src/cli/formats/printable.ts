/** What acts on a terminal instead of being shown: control characters, changes of direction, halves of characters. */
const ACTIVE = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** What a build server takes for a command wherever it stands in a line: `##[group]`, `##vso[…]`. */
const COMMAND = /##(?=\w{0,20}\[)/g;

const DELETE = 0x7f;
const CONTROL_PICTURES = 0x2400;
const DELETE_PICTURE = '\u2421';
const UNKNOWN = '\ufffd';

/**
 * One line of text that stands in a card, or that is the name of a file, made safe to print: control characters are shown
 * by their pictures (␛) and do nothing. Tabs remain where `keepTabs` is set.
 */
export function printable(text: string, { keepTabs = false } = {}): string {
  return text
    .replaceAll(ACTIVE, (character) => (keepTabs && character === '\t' ? character : picture(character)))
    .replaceAll(COMMAND, '#\u200b#');
}

function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(CONTROL_PICTURES + code);
  return code === DELETE ? DELETE_PICTURE : UNKNOWN;
}

/** A path, printable, and no command to a build server where a line begins with it. */
export function printablePath(path: string): string {
  return printable(path.startsWith(':') ? `./${path}` : path);
}
