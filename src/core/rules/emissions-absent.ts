import { EMISSIONS_KEY } from '../card/emissions-entry';
import { lineBreakOf } from '../card/line-break';
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
    const newText = `${lineBreak}${EMISSIONS_KEY}:${lineBreak}  emissions:`;
    const edits = [{ range: { start: end, end }, newText }];
    yield {
      range: frontMatter.openingFence,
      message:
        'This card does not say what training emitted. Add `co2_eq_emissions` with the grams of CO₂eq.',
      // Behind the closing brace of a flow mapping there is no place for another key.
      ...(metadata?.map?.flow !== true && {
        fixes: [{ title: `Add ${EMISSIONS_KEY}`, edits, safe: false }],
      }),
    };
  },
} satisfies Rule<'emissions-absent'>;
