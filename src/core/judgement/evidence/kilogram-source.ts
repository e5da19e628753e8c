import * as l10n from '@vscode/l10n';
import type { Evidence, Subject } from './evidence';
import { SOURCE_REPORTS_KILOGRAMS } from '../weights';

/** A paragraph that mentions a tool in passing is not a source. */
const LONGEST_SOURCE = 120;

const TOOLS: readonly (readonly [pattern: RegExp, sentence: () => string, weight: number])[] = [
  [
    /code[\s_-]?carbon/i,
    () => l10n.t('CodeCarbon, its source, reports kilograms'),
    SOURCE_REPORTS_KILOGRAMS.tracker,
  ],
  [/eco2ai/i, () => l10n.t('eco2AI, its source, reports kilograms'), SOURCE_REPORTS_KILOGRAMS.tracker],
  [
    /ml\s?co2|machine learning (?:impact|emissions?)/i,
    () => l10n.t('the ML CO2 calculator, its source, reports kilograms'),
    SOURCE_REPORTS_KILOGRAMS.calculator,
  ],
];

/** The card names as its source a tool that reports kilograms in its log, its file or on its page. */
export function kilogramSource({ entry }: Subject): Evidence[] {
  const source = entry.fields.find((field) => field.key === 'source')?.value;
  if (typeof source !== 'string' || source.length > LONGEST_SOURCE) return [];
  const tool = TOOLS.find(([pattern]) => pattern.test(source));
  if (tool === undefined) return [];
  const [, sentence, weight] = tool;
  return [{ id: 'kilogram-source', logLikelihood: { kg: weight }, sentence: sentence() }];
}
