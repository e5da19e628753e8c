import { EMISSIONS_KEY } from '../card/emissions-entry';
import { lineBreakOf } from '../card/line-break';
import { misspeltKeys } from './emissions-key';
import type { Rule } from './rule';

export const emissionsAbsent = {
  id: 'emissions-absent',
  defaultSeverity: 'off',
  summary: 'No emissions declared at all',
  *check({ card }) {
    const { frontMatter, metadata, text } = card;
    if (frontMatter?.state !== 'closed' || metadata?.problem !== undefined || card.kind !== 'model') return;
    if (card.emissions !== undefined || misspeltKeys(card).length > 0) return;
    const eol = lineBreakOf(text);
    const end = frontMatter.yaml.end;
    yield {
      range: frontMatter.openingFence,
      message:
        'This card does not say what training emitted. Add `co2_eq_emissions` with the grams of CO₂eq.',
      fixes: [
        {
          title: `Add ${EMISSIONS_KEY}`,
          edits: [{ range: { start: end, end }, newText: `${eol}${EMISSIONS_KEY}:${eol}  emissions:` }],
          safe: false,
        },
      ],
    };
  },
} satisfies Rule<'emissions-absent'>;
