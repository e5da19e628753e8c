import * as l10n from '@vscode/l10n';
import { extractTexts } from '../../generate/extract-texts';
import type { Texts } from '../../generate/text-bundles';

const sources = new URL('../../../src', import.meta.url).pathname;
let texts: Texts | undefined;

/**
 * Puts every text of the sources into a language in which no letter is one of ours, and around it brackets: what is
 * forgotten, or glued together from parts, shows.
 */
export function speakPseudo(): void {
  l10n.config({ contents: pseudoTexts() });
}

/** The texts of that language, for a page or a worker to speak it as well. */
export function pseudoTexts(): Texts {
  return (texts ??= Object.fromEntries(extractTexts(sources).map((text) => [text, pseudo(text)])));
}

/** English, as on a command line. */
export function speakEnglish(): void {
  l10n.config({ contents: {} });
}

function pseudo(text: string): string {
  const parts = text.split(/(\{\w+\})/);
  return `⟦${parts.map((part) => (part.startsWith('{') ? part : wide(part))).join('')}⟧`;
}

/** Latin letters in their wide forms, as East Asian fonts have them. */
function wide(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}

/** What stands outside all brackets, but for what may part two texts. Empty for a text that is translated as a whole. */
export function outsideBrackets(text: string): string {
  let depth = 0;
  let outside = '';
  for (const character of text) {
    if (character === '⟦') depth += 1;
    else if (character === '⟧') depth -= 1;
    else if (depth === 0) outside += character;
  }
  return outside.replace(/[\s,;]/g, '');
}

/** English words that are left, which only values may have brought: those that stand in `known` are not counted. */
export function wordsLeft(text: string, known: ReadonlySet<string>): string[] {
  return wordsOf(text).filter((word) => !known.has(word.toLowerCase()));
}

/** The words of texts, in lower case. */
export function vocabulary(...from: readonly string[]): Set<string> {
  return new Set(from.flatMap(wordsOf).map((word) => word.toLowerCase()));
}

/** Shorter ones are units and symbols. */
function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z]{4,}/g) ?? [];
}
