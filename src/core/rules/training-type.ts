import type { Rule } from './rule';

/** How authors write the two types that the Hub documents. */
const SPELLINGS: readonly (readonly [RegExp, 'pre-training' | 'fine-tuning'])[] = [
  [/^(?:pre|second[- ]stage[- ]pre)[\s_-]*train(?:ing|ed)?$/i, 'pre-training'],
  [/^fine[\s_-]*tun(?:e|ing|ed)$/i, 'fine-tuning'],
];

export const trainingType = {
  id: 'training-type',
  defaultSeverity: 'warning',
  summary: 'A training type other than “pre-training” and “fine-tuning”',
  *check({ card }) {
    const field = card.emissions?.fields.find(({ key }) => key === 'training_type');
    if (field?.valueRange === undefined || field.value === 'pre-training' || field.value === 'fine-tuning')
      return;
    if (field.value === null) return;
    const range = field.valueRange;
    const written = card.text.slice(range.start, range.end);
    const known =
      typeof field.value === 'string'
        ? SPELLINGS.find(([spelling]) => spelling.test(String(field.value).trim()))?.[1]
        : undefined;
    yield {
      range,
      message: `The Hub knows two training types, “pre-training” and “fine-tuning”; ${written} is neither.`,
      ...(known !== undefined && {
        fixes: [{ title: `Change to ${known}`, edits: [{ range, newText: known }], safe: true }],
      }),
    };
  },
} satisfies Rule<'training-type'>;
