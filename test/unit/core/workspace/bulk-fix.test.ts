import { expect, test } from 'vitest';
import { readCard } from '../../../../src/core/card/card';
import { applyEdits } from '../../../../src/core/card/text-range';
import { checkCard } from '../../../../src/core/rules/check-card';
import { bulkEdits, type BulkFix } from '../../../../src/core/workspace/bulk-fix';
import { cardWith } from './checked-cards';

const IN_KILOGRAMS = 'Training emitted 1.71 kg of CO2eq.';
const IN_TONNES = 'Training emitted 1.71 tonnes of CO2eq.';

test.each<[BulkFix, string, string, string]>([
  ['safe', '"1.71 kg"', IN_KILOGRAMS, '1710'],
  ['safe', '1.71', IN_KILOGRAMS, '1.71'],
  ['kilograms', '1.71', IN_KILOGRAMS, '1710'],
  ['kilograms', '"1.71 kg"', IN_KILOGRAMS, '"1.71 kg"'],
  ['kilograms', '1.71', IN_TONNES, '1.71'],
])('%s turns %s where “%s” into %s, and nothing else', (kind, before, text, after) => {
  const card = readCard(cardWith(before, text));
  const edits = bulkEdits(checkCard(card).findings, kind);
  expect(applyEdits(card.text, edits)).toBe(cardWith(after, text));
});
