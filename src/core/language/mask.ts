import type { TextRange } from '../card/text-range';

const ALIAS = /(?<=[\s,[{]|^)\*(?=[^\s*,[\]{}])/g;

/**
 * The front matter's YAML at its place in the card: what stands before it is blank, what follows is cut off, so
 * every position within is the same as in the card, and the cost does not grow with the prose.
 *
 * All line breaks become `\n`, at the place where theirs ends (`\r\n` is a blank and `\n`): the YAML language
 * server takes a `\r` for a part of the line. Aliases lose their `*` and are plain words: the server follows them, for
 * ever where one stands for itself.
 */
export function maskedYaml(text: string, yaml: TextRange): string {
  const before = text.slice(0, yaml.start).replace(/[^\r\n]/g, ' ');
  const masked = before + text.slice(yaml.start, yaml.end).replace(ALIAS, ' ');
  return masked.replace(/\r\n/g, ' \n').replace(/\r/g, '\n');
}
