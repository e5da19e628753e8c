import type Big from 'big.js';
import type { EmissionsStatement, Statement } from '../card/statements/statement';
import { equalUpToPrintedDigits, printDecimal } from '../quantity/decimal';
import { parseQuantity } from '../quantity/quantity';
import type { Rule, RuleContext } from './rule';

/** Below this a statement may be about something else than the training of this model. */
const SURE = 0.6;

export const emissionsText = {
  id: 'emissions-text',
  defaultSeverity: 'warning',
  summary: 'The card’s text states another amount',
  *check({ card, judgement }: RuleContext) {
    const amount = card.emissions?.amount;
    // A factor of 1,000 between text and value is a wrong unit: one problem, one finding.
    if (amount === undefined || judgement === undefined || judgement.suspicious) return;
    const statements = card.statements.filter(isAboutTraining);
    if (statements.some((statement) => agrees(judgement.grams, statement))) return;
    const whole = wholeAmount(statements);
    const grams = whole?.quantity.grams;
    if (whole === undefined || grams === undefined) return;
    const plain = printDecimal(grams);
    yield {
      range: amount.range,
      message: `The text says “${whole.quote}”, which is ${plain} g, but the metadata has ${judgement.printed}. One of the two is out of date.`,
      fixes: [
        {
          title: `Change to ${plain}, as the text says`,
          edits: [{ range: amount.range, newText: plain }],
          safe: false,
        },
      ],
      related: [{ range: whole.range, message: `“${whole.quote}” is ${plain} g` }],
      data: { grams: grams.toNumber() },
    };
  },
} satisfies Rule<'emissions-text'>;

function isAboutTraining(statement: Statement): statement is EmissionsStatement {
  return (
    statement.kind === 'emissions' && statement.scope !== 'inference' && statement.quantity.unit !== undefined
  );
}

function agrees(grams: Big, { quantity }: EmissionsStatement): boolean {
  const declared = parseQuantity(`${grams.toFixed()} g`);
  if (declared === undefined) return false;
  if (equalUpToPrintedDigits(declared, quantity)) return true;
  const { otherReading } = quantity;
  if (otherReading === undefined || quantity.grams === undefined || quantity.amount.eq(0)) return false;
  const factor = quantity.grams.div(quantity.amount);
  return equalUpToPrintedDigits(declared, {
    ...quantity,
    ...otherReading,
    grams: otherReading.amount.times(factor),
  });
}

/** The one amount that the text gives for the whole training; undefined where it gives none, or several. */
function wholeAmount(statements: readonly EmissionsStatement[]): EmissionsStatement | undefined {
  const sure = statements.filter(
    ({ certainty, quantity, scope }) =>
      certainty >= SURE && quantity.grams?.gt(0) === true && scope !== 'part' && scope !== 'per-run',
  );
  const [first, ...others] = sure;
  return others.every(({ quantity }) => first && equalUpToPrintedDigits(first.quantity, quantity))
    ? first
    : undefined;
}
