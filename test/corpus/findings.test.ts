import { describe, expect, test } from 'vitest';
import { readCard } from '../../src/core/card/card';
import { checkCard } from '../../src/core/rules/check-card';
import { devCards, whyNoDevCards } from './dev-cards';

describe.skipIf(whyNoDevCards !== undefined)(`real cards ${whyNoDevCards ?? ''}`, () => {
  test('have the same findings and fixes as before', async () => {
    const lines = devCards().flatMap(({ id, text }) =>
      checkCard(readCard(text))
        .findings.filter(({ rule }) => rule !== 'emissions-context')
        .map(({ fixes = [], rule, severity }) => {
          const texts = fixes.map(({ edits }) =>
            edits.map(({ newText }) => JSON.stringify(newText)).join(' '),
          );
          return `${id}: ${rule} ${severity}${texts.map((newText) => ` → ${newText}`).join('')}`;
        }),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('findings.txt');
  });
});
