import * as l10n from '@vscode/l10n';
import { isLanguage, LANGUAGE_NAMES } from '../../../schema/languages';
import { misspeltValue } from '../nearest-value';
import type { FieldCheck } from '../problem-report';
import { oneOrMany, shown } from '../shapes';

const codeOfName = new Map(Object.entries(LANGUAGE_NAMES).map(([code, name]) => [name.toLowerCase(), code]));
const names = [...codeOfName.keys()];

/** The code that the author most likely meant by a name ("English") or a tag with a region (`pt-BR`). */
function nearestLanguage(value: string): string | undefined {
  const lowerCase = value.toLowerCase();
  const byName = codeOfName.get(lowerCase) ?? codeOfName.get(misspeltValue(value, names) ?? '');
  const [primary = ''] = lowerCase.split(/[-_]/, 1);
  return byName ?? (isLanguage(primary) ? primary : undefined);
}

const oneLanguage: FieldCheck = (value, path, report) => {
  if (typeof value === 'string' && isLanguage(value)) return;
  if (value === null) {
    report.add(
      path,
      l10n.t(
        'The language is empty, and the Hub refuses the card. Give a code such as `en`, or remove the line.',
      ),
    );
    return;
  }
  const meant = typeof value === 'string' ? nearestLanguage(value) : undefined;
  const message =
    meant === undefined
      ? l10n.t(
          '{0} is not a language code the Hub knows; use a code of ISO 639 such as `en` or `yue`, or `code` or `multilingual`.',
          shown(value),
        )
      : l10n.t('{0} is not a language code the Hub knows; did you mean `{1}`?', shown(value), meant);
  report.add(path, message, meant);
};

/**
 * One language or a list of them: codes of ISO 639-1, 639-2 or 639-3, `code` or `multilingual`. The Hub refuses
 * others, and points those who need a region to `language_bcp47`.
 * Source: https://github.com/huggingface/hub-docs/blob/main/modelcard.md and the Hub's own answer to a push.
 */
export const language = oneOrMany(oneLanguage);
