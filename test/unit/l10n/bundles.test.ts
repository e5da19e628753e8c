import { describe, expect, test } from 'vitest';
import { placeholders } from '../../generate/extract-texts';
import { isUpToDate } from '../../generate/generated-file';
import {
  englishTexts,
  LANGUAGES,
  languagesOf,
  readTexts,
  type Texts,
  translatedTexts,
} from '../../generate/text-bundles';

/** Texts that are the same words in another language: names, figures, words that were borrowed. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: [
    'Commits',
    'Export',
    'Hardware',
    'Likes',
    'Organisation',
    'Start',
    'Term',
    'total_parameters in {0}',
    '{0} in config.json',
  ],
};

/** What a translation may not touch: code, addresses, commands behind buttons. */
function untouchable(text: string): string[] {
  return (text.match(/`[^`]+`|https?:\/\/[\w./-]+\w|\(command:[^)]+\)/g) ?? []).sort();
}

/** Translations that do not say the same as the text they are of. */
function mistaken(english: Texts, translated: Texts): string[] {
  const pairs = Object.entries(english).map(([key, text]) => [text, translated[key] ?? ''] as const);
  const differs = (of: (text: string) => readonly string[]) =>
    pairs.filter(([text, translation]) => of(text).join() !== of(translation).join());
  return [...differs(placeholders), ...differs(untouchable)].map(([text]) => text);
}

test('l10n/ and package.nls.*.json hold the same languages', () => {
  expect(LANGUAGES).toContain('de');
  expect(languagesOf('.', /^package\.nls\.(.+)\.json$/)).toEqual(LANGUAGES);
});

test('l10n/bundle.l10n.json holds the texts of the sources (else run: npm run generate:texts)', async () => {
  expect(await isUpToDate(englishTexts)).toBe(true);
});

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const file = translatedTexts(language);

  test('are those of the sources, and no others (else run: npm run generate:texts)', async () => {
    expect(await isUpToDate(file)).toBe(true);
  });

  describe.each([
    ['of the sources', readTexts(englishTexts.path), readTexts(file.path)],
    ['of the manifest', readTexts('package.nls.json'), readTexts(`package.nls.${language}.json`)],
  ])('%s', (_, english, translated) => {
    test('are all translated', () => {
      expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
      const open = Object.entries(translated).filter(([, text]) => text.trim() === '');
      expect(open).toEqual([]);
    });

    test('have the placeholders, the code, the addresses and the commands of the English ones', () => {
      expect(mistaken(english, translated)).toEqual([]);
    });

    test('are not left in English', () => {
      const same = Object.entries(english).filter(([key, text]) => translated[key] === text);
      const left = same.map(([, text]) => text).filter((text) => SAME[language]?.includes(text) !== true);
      expect(left).toEqual([]);
    });
  });
});
