import { LANGUAGES_ISO_639_1, LANGUAGES_ISO_639_3 } from '@huggingface/languages';
import { iso6392 } from 'iso-639-2';
import type { GeneratedFile } from './generated-file';

/**
 * The language codes that the Hub knows, from its own package; ISO 639-2 adds the codes of language families
 * and the bibliographic codes ("ger" beside "deu"), which the Hub's documentation admits too.
 *
 * The three-letter codes stand under their first two letters: `{"eng": …, "enb": …}` is `{"en": "bg"}`.
 */
function languages() {
  const names = Object.values(LANGUAGES_ISO_639_1).map(({ code, name }) => [code, name]);
  const codes = new Set(Object.keys(LANGUAGES_ISO_639_3));
  for (const { iso6392B, iso6392T } of iso6392) {
    for (const code of [iso6392B, iso6392T]) if (code?.length === 3) codes.add(code);
  }
  const byPrefix: Record<string, string> = {};
  for (const code of [...codes].sort()) {
    const prefix = code.slice(0, 2);
    byPrefix[prefix] = (byPrefix[prefix] ?? '') + code.slice(2);
  }
  return { names: Object.fromEntries(names) as Record<string, string>, threeLetters: byPrefix };
}

export const languagesFile: GeneratedFile = {
  path: 'src/core/schema/data/languages.json',
  content: languages,
};
