import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findStatements } from '../../../../../src/core/card/statements/find-statements';

/** Real cards labelled by hand; only their prose and what it states is used here. */
const FILE = new URL('../../../../../../shared/data/cards/dev.jsonl', import.meta.url);

interface LabelledCard {
  readonly id: string;
  readonly prose?: string;
  readonly prose_unit?: string;
  readonly prose_grams?: number;
}

function labelledCards(): LabelledCard[] {
  const lines = readFileSync(FILE, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as LabelledCard);
}

describe.skipIf(!existsSync(FILE))('labelled cards (skipped where ../shared/data/cards is absent)', () => {
  const cards = existsSync(FILE) ? labelledCards() : [];

  test('every amount that the prose states is found, in its unit', () => {
    const missed = cards.filter(({ prose = '', prose_unit: unit, prose_grams: grams }) => {
      if (unit === undefined) return false;
      return !findStatements(prose, 0).some(
        (statement) =>
          statement.kind === 'emissions' &&
          statement.quantity.unit === unit &&
          (grams === undefined || Math.abs(Number(statement.quantity.grams) - grams) <= 1e-9 * grams),
      );
    });
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  test('nothing with a unit is found where the prose states none', () => {
    const invented = cards.filter(
      ({ prose = '', prose_unit: unit }) =>
        unit === undefined &&
        findStatements(prose, 0).some(
          (statement) => statement.kind === 'emissions' && statement.quantity.unit !== undefined,
        ),
    );
    expect(invented.map(({ id }) => id)).toEqual([]);
  });
});
