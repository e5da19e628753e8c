import * as l10n from '@vscode/l10n';
import { excerpt } from '../card/excerpt';
import { isNamed } from '../card/yaml-node';
import type { Rule } from './rule';

type TrainingType = 'pre-training' | 'fine-tuning';

/** How authors write the two types that the Hub documents. */
const SPELLINGS: readonly (readonly [RegExp, TrainingType])[] = [
  [/^pre[\s_-]*train(?:ing|ed)?$/i, 'pre-training'],
  [/^fine[\s_-]*tun(?:e|ing|ed)$/i, 'fine-tuning'],
];
/** Either word inside a longer text: what the author adds to it would be lost. */
const MENTIONS: readonly (readonly [RegExp, TrainingType])[] = [
  [/pre[\s_-]?train/i, 'pre-training'],
  [/fine[\s_-]?tun/i, 'fine-tuning'],
];

export const trainingType = {
  id: 'training-type',
  defaultSeverity: 'warning',
  summary: 'A training type other than “pre-training” and “fine-tuning”',
  *check({ card }) {
    if (card.metadata?.problem !== undefined) return;
    const field = card.emissions?.fields.find(({ key }) => key === 'training_type');
    if (field?.valueRange === undefined || field.value === null) return;
    if (field.value === 'pre-training' || field.value === 'fine-tuning') return;
    const range = field.valueRange;
    const canChange = card.emissions?.isShared === false && !isNamed(field.node);
    const meant = typeof field.value === 'string' ? meantType(field.value.trim()) : undefined;
    yield {
      range,
      message: l10n.t(
        'The Hub knows two training types, “pre-training” and “fine-tuning”; {0} is neither.',
        excerpt(card.text.slice(range.start, range.end)),
      ),
      ...(meant &&
        canChange && {
          fixes: [
            {
              title: l10n.t('Change to {0}', meant.type),
              edits: [{ range, newText: meant.type }],
              safe: meant.isSpelling,
            },
          ],
        }),
    };
  },
} satisfies Rule<'training-type'>;

function meantType(value: string): { type: TrainingType; isSpelling: boolean } | undefined {
  const spelling = SPELLINGS.find(([pattern]) => pattern.test(value));
  if (spelling) return { type: spelling[1], isSpelling: true };
  const mentioned = MENTIONS.filter(([pattern]) => pattern.test(value));
  return mentioned.length === 1 && mentioned[0] ? { type: mentioned[0][1], isSpelling: false } : undefined;
}
