import type { DeclaredAmount } from '../card/emissions-entry';
import { readAmount, writtenText } from '../judgement/declared-amount';
import { printDecimal } from '../quantity/decimal';
import type { Finding, Rule } from './rule';

/** `24_700_000`: an integer for YAML 1.1 readers such as PyYAML, text for YAML 1.2 readers. */
const UNDERSCORED = /^[+-]?\d+(?:_\d+)+$/;

export const emissionsNumber = {
  id: 'emissions-number',
  defaultSeverity: 'error',
  summary: 'A value that is no finite, non-negative number',
  *check({ card }) {
    const amount = card.emissions?.amount;
    if (amount === undefined || card.metadata?.problem !== undefined) return;
    if (typeof amount.value === 'number') yield* impossibleNumber(amount, amount.value);
    else if (typeof amount.value === 'string') yield* textInsteadOfNumber(amount);
  },
} satisfies Rule<'emissions-number'>;

function* impossibleNumber({ range, source }: DeclaredAmount, value: number): Generator<Finding> {
  if (!Number.isFinite(value))
    yield { range, message: `The Hub needs a plain number of grams here; ${source} is none.` };
  else if (value < 0)
    yield { range, message: 'Emissions cannot be negative. If they are not known, leave `emissions` out.' };
}

function* textInsteadOfNumber(amount: DeclaredAmount): Generator<Finding> {
  const reading = readAmount(amount);
  // A unit in the value is the business of `emissions-unit`.
  if (reading?.unit !== undefined) return;
  const { range } = amount;
  const written = `“${writtenText(amount)}”`;
  if (reading === undefined) {
    yield { range, message: `The Hub needs a plain number of grams here, and ${written} is none.` };
    return;
  }
  if (reading.upper !== undefined || reading.plusMinus !== undefined || reading.bound !== undefined) {
    yield {
      range,
      message: `The Hub needs one plain number of grams here; ${written} leaves it open. Choose the best estimate.`,
    };
    return;
  }
  if (reading.amount.lt(0)) {
    yield { range, message: 'Emissions cannot be negative. If they are not known, leave `emissions` out.' };
    return;
  }
  const plain = printDecimal(reading.amount);
  const change = (number: string) => ({ title: `Change to ${number}`, edits: [{ range, newText: number }] });
  if (reading.otherReading !== undefined) {
    const other = printDecimal(reading.otherReading.amount);
    yield {
      range,
      message: `The Hub reads ${written} as text, not as a number: it may mean ${plain} or ${other}. Write the grams with a point and without grouping.`,
      fixes: [
        { ...change(plain), safe: false },
        { ...change(other), safe: false },
      ],
    };
  } else if (UNDERSCORED.test(amount.source)) {
    yield {
      range,
      severity: 'information',
      message: `Some readers of YAML take ${amount.source} for text. Write ${plain} to be read as a number everywhere.`,
      fixes: [{ ...change(plain), safe: true }],
    };
  } else {
    yield {
      range,
      message: `The Hub reads ${written} as text, not as a number. Write ${plain}.`,
      fixes: [{ ...change(plain), safe: true }],
    };
  }
}
