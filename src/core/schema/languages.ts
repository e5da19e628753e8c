import languages from './data/languages.json';

/** Values of `language` that are no language: source code, and more languages than one would list. */
const SPECIAL_LANGUAGES: ReadonlySet<string> = new Set(['code', 'multilingual']);

/** The languages of ISO 639-1: two-letter code to English name, as the Hub shows it. */
export const LANGUAGE_NAMES: Readonly<Record<string, string>> = languages.names;

const threeLetters: Readonly<Record<string, string | undefined>> = languages.threeLetters;

/** Whether the Hub takes the value as a language: ISO 639-1, 639-2, 639-3, `code` or `multilingual`. */
export function isLanguage(value: string): boolean {
  if (SPECIAL_LANGUAGES.has(value) || Object.hasOwn(LANGUAGE_NAMES, value)) return true;
  return value.length === 3 && (threeLetters[value.slice(0, 2)]?.includes(value.slice(2)) ?? false);
}
