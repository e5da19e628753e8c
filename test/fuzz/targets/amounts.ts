import { printDecimal } from '../../../src/core/quantity/decimal';
import { findQuantities, parseQuantity } from '../../../src/core/quantity/quantity';
import { findStatements } from '../../../src/core/card/statements/find-statements';
import { sizeInName } from '../../../src/core/predictors/size/size-in-name';
import { sizeInText } from '../../../src/core/predictors/size/size-in-text';
import { parseSize } from '../../../src/core/predictors/size/parse-size';
import { readAnswer } from '../../../src/core/prompt/answer';
import { findCardFigure, parseReportedEmissions } from '../../../src/core/refit/emissions-text';
import { parseInstant } from '../../../src/core/refit/instant-text';
import { parseCount, parseFloatCell } from '../../../src/core/refit/number-text';
import { AMOUNTS, CHARACTERS, PROSE_FRAGMENTS } from '../fragments';
import { type FuzzTarget, promise } from '../fuzz-target';
import { mutateText } from '../mutate-text';
import type { Random } from '../random';

const WORDS = [
  'about',
  'up to',
  'CO2eq',
  'kg',
  'g',
  'per kWh',
  'kWh',
  'hours',
  'to',
  '±',
  'A100',
  '×10',
  '2024-01-01T00:00:00Z',
  ...AMOUNTS,
];

/** Time is in proportion to the text, so the limit of time needs one of length. */
const LONGEST = 50_000;

/** A sentence of amounts and units that nobody would write. */
function sentence(random: Random): string {
  const parts = Array.from({ length: 1 + random.below(12) }, () =>
    random.pick(random.chance(0.8) ? WORDS : random.chance(0.5) ? CHARACTERS : PROSE_FRAGMENTS),
  );
  const text = parts.join(random.pick([' ', '', ', ', '\n']));
  const repeated = random.chance(0.02) ? text.repeat(1 + random.below(500)) : text;
  const sentences = random.chance(0.5) ? mutateText(repeated, text, random) : repeated;
  return sentences.slice(0, LONGEST);
}

/** Amounts, sizes and dates in cells, answers and sentences. */
export const amounts: FuzzTarget<string> = {
  share: 8,
  limit: 500,
  make: sentence,
  read: (text) => {
    const found = (['mass', 'energy', 'time', 'power'] as const).flatMap((dimension) =>
      findQuantities(text, dimension),
    );
    for (const { amount, range } of [
      ...found,
      ...findStatements(text, 0).map(({ range }) => ({ range, amount: undefined })),
    ]) {
      promise(
        0 <= range.start && range.start <= range.end && range.end <= text.length,
        'range outside the text',
      );
      if (amount) printDecimal(amount);
    }
    parseQuantity(text);
    readAnswer(text);
    for (const size of [parseSize(text), sizeInName(text)?.value, sizeInText(text)?.value]) {
      promise(size === undefined || (Number.isFinite(size) && size > 0), 'a size that is none');
    }
    for (const stated of [parseReportedEmissions(text), findCardFigure(text)]) {
      promise(stated === null || !Number.isNaN(stated.value), 'an amount that is none');
    }
    parseCount(text);
    parseFloatCell(text);
    parseInstant(text);
  },
};
