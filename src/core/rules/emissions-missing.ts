import { misplacedFields } from './misplaced-fields';
import type { Rule } from './rule';

export const emissionsMissing = {
  id: 'emissions-missing',
  defaultSeverity: 'warning',
  summary: 'A `co2_eq_emissions` without its number',
  *check({ card }) {
    const entry = card.emissions;
    if (entry === undefined || card.metadata?.problem !== undefined) return;
    // Keys that slipped to the left are one problem, and `emissions-key` names it.
    if (entry.shape === 'null' && misplacedFields(card).length === 0) {
      yield {
        range: entry.keyRange,
        message:
          'No emissions are declared here. Write the grams of CO₂eq that training emitted, or remove the key.',
      };
    } else if (entry.shape === 'mapping') {
      const field = entry.fields.find(({ key }) => key === 'emissions');
      if (field === undefined && !entry.fields.some(({ key }) => /^emm?iss?ions?$/i.test(key))) {
        yield {
          range: entry.keyRange,
          message: 'The number is missing: add `emissions:` with the grams of CO₂eq that training emitted.',
        };
      } else if (field?.value === null) {
        yield {
          range: field.keyRange,
          message: 'The number is missing: write the grams of CO₂eq that training emitted.',
        };
      }
    }
  },
} satisfies Rule<'emissions-missing'>;
