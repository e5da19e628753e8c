import * as l10n from '@vscode/l10n';
import type { Card } from '../card/card';
import type { TextRange } from '../card/text-range';
import { meantField } from './emissions-names';
import { misplacedFields } from './misplaced-fields';
import type { Rule } from './rule';

export const emissionsMissing = {
  id: 'emissions-missing',
  defaultSeverity: 'warning',
  summary: 'A `co2_eq_emissions` without its number',
  *check({ card }) {
    if (card.metadata?.problem !== undefined) return;
    const range = isEmpty(card) ? emptyEntry(card) : missingField(card);
    if (range === undefined) return;
    yield {
      range,
      message: l10n.t(
        'The number is missing here: write the grams of CO₂eq that training emitted, or remove the key if they are not known.',
      ),
    };
  },
} satisfies Rule<'emissions-missing'>;

function isEmpty({ emissions }: Card): boolean {
  return emissions?.shape === 'null' || (emissions?.shape === 'scalar' && isBlank(emissions.amount?.value));
}

/** Keys that slipped to the left are one problem, and `emissions-key` names it. */
function emptyEntry(card: Card): TextRange | undefined {
  return misplacedFields(card).length === 0 ? card.emissions?.keyRange : undefined;
}

function missingField({ emissions }: Card): TextRange | undefined {
  if (emissions?.shape !== 'mapping') return undefined;
  const field = emissions.fields.find(({ key }) => key === 'emissions');
  if (field !== undefined) return isBlank(field.value) ? field.keyRange : undefined;
  // A misspelt key is named by `emissions-key`, and "<<" may bring the number in.
  const isElsewhere = emissions.fields.some(
    ({ key }) => key === '<<' || meantField(key)?.meant === 'emissions',
  );
  return isElsewhere ? undefined : emissions.keyRange;
}

function isBlank(value: unknown): boolean {
  return value === null || value === '';
}
