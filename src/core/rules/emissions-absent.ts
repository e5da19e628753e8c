import * as l10n from '@vscode/l10n';
import { EMISSIONS_KEY } from '../card/emissions-entry';
import type { Card } from '../card/card';
import { lineBreakOf, lineStartAt } from '../card/line-break';
import { declaresThen } from '../card/reread';
import { misspeltEntries } from './emissions-key';
import { misplacedFields } from './misplaced-fields';
import type { Rule } from './rule';

export const emissionsAbsent = {
  id: 'emissions-absent',
  defaultSeverity: 'off',
  summary: 'No emissions declared at all',
  *check({ card }) {
    const { frontMatter, metadata, text } = card;
    if (frontMatter?.state !== 'closed' || metadata?.problem !== undefined) return;
    if (card.emissions !== undefined || misspeltEntries(card).length + misplacedFields(card).length > 0)
      return;
    const lineBreak = lineBreakOf(text);
    const { end } = frontMatter.yaml;
    const margin = marginOf(card);
    const newText = `${lineBreak}${margin}${EMISSIONS_KEY}:${lineBreak}${margin}  emissions:`;
    const edits = [{ range: { start: end, end }, newText }];
    yield {
      range: frontMatter.openingFence,
      message: l10n.t(
        'This card does not say what training emitted. Add `co2_eq_emissions` with the grams of CO₂eq.',
      ),
      // Behind the brace of a flow mapping, or the end of a document, there is no place for another key; behind a text
      // that keeps its last blank lines, another key takes one of them.
      ...(declaresThen(card, edits, { emissions: null }) && {
        fixes: [{ title: l10n.t('Add {0}', EMISSIONS_KEY), edits, safe: false }],
      }),
    };
  },
} satisfies Rule<'emissions-absent'>;

/** The blanks before the keys of the metadata, mostly none. */
function marginOf({ metadata, text }: Card): string {
  const start = metadata?.map?.pairs[0]?.key.range?.start ?? 0;
  return /^ *$/.exec(text.slice(lineStartAt(text, start), start))?.[0] ?? '';
}
