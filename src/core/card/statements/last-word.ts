import { machineCode } from '../../quantity/machine-code';

/**
 * Where the last of some words stands in a text: of several that could tell what an amount is about, the nearest one
 * before it does.
 *
 * @param words with the flag `g`
 * @returns -1 where none stands there.
 */
export function lastWord(words: RegExp, text: string): number {
  machineCode(words).lastIndex = 0;
  let last = -1;
  for (let match = words.exec(text); match; match = words.exec(text)) last = match.index;
  return last;
}
