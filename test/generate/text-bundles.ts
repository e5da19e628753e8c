import { readdirSync, readFileSync } from 'node:fs';
import { extractTexts } from './extract-texts';
import type { GeneratedFile } from './generated-file';

const root = new URL('../../', import.meta.url);

/** Languages other than English, by VS Code's names for them: those of the files in `l10n/`. */
export const LANGUAGES = languagesOf('l10n', /^bundle\.l10n\.(.+)\.json$/);

/** The languages that the names of a folder's files tell. */
export function languagesOf(folder: string, name: RegExp): string[] {
  return readdirSync(new URL(folder, root)).flatMap((file) => name.exec(file)?.[1] ?? []);
}

/** English text to text; an empty one waits to be translated. */
export type Texts = Readonly<Record<string, string>>;

export function readTexts(path: string): Texts {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8')) as Texts;
}

/** What there is to translate, from the sources. */
export const englishTexts: GeneratedFile = {
  path: 'l10n/bundle.l10n.json',
  content: () => Object.fromEntries(sourceTexts().map((text) => [text, text])),
};

/** A translation as it is, with places for texts that are new, and without those that are gone. */
export function translatedTexts(language: string): GeneratedFile {
  const path = `l10n/bundle.l10n.${language}.json`;
  const content = (): Texts => {
    const known = readTexts(path);
    return Object.fromEntries(sourceTexts().map((text) => [text, known[text] ?? '']));
  };
  return { path, content };
}

function sourceTexts(): string[] {
  return extractTexts(new URL('src', root).pathname);
}
