import * as l10n from '@vscode/l10n';
import type Big from 'big.js';
import type { Card } from '../card/card';
import type { EmissionsStatement, Statement } from '../card/statements/statement';
import type { CardFacts } from '../judgement/card-facts';
import { type Judgement, judgeUnit } from '../judgement/judgement';
import { equalUpToPrintedDigits, printDecimal } from '../quantity/decimal';
import { parseQuantity } from '../quantity/quantity';
import { replaceAmount } from './replace-amount';
import type { Rule, RuleContext } from './rule';

/** Below this a statement may be about something else than the training of this model. */
const SURE = 0.6;
/** An amount that is so many times more or less is hardly about the same thing: a whole industry, a single answer. */
const FARTHEST = 100_000;
/** What "about 0.5 kg" leaves open, as a share of it. */
const ABOUT = 0.25;
/** What the rounding of its parts leaves open of a sum. */
const ROUNDING = 0.01;

export const emissionsText = {
  id: 'emissions-text',
  defaultSeverity: 'warning',
  summary: 'The card’s text states another amount',
  *check({ card, facts, judgement }: RuleContext) {
    const amount = card.emissions?.amount;
    if (typeof amount?.value !== 'number' || judgement === undefined) return;
    // A factor of 1,000 between text and value is a wrong unit: one problem, one finding.
    const other = judgement.suspicious ? undefined : otherAmount(card, judgement);
    if (other === undefined) return;
    const { grams, statement } = other;
    const plain = printDecimal(grams);
    const words = { text: statement.quote, declared: judgement.printed };
    yield {
      range: amount.range,
      message:
        statement.quantity.unit === 'g'
          ? l10n.t(
              'The text says “{text}”, but the metadata has {declared}. One of the two is out of date.',
              words,
            )
          : l10n.t(
              'The text says “{text}”, which is {grams} g, but the metadata has {declared}. One of the two is out of date.',
              { ...words, grams: plain },
            ),
      fixes: wouldBeDoubted(card, facts, plain)
        ? []
        : replaceAmount(amount, plain, {
            title: l10n.t('Change to {0}, as the text says', plain),
            safe: false,
          }),
      related: [{ range: statement.range, message: l10n.t('“{0}” is {1} g', statement.quote, plain) }],
      data: { grams: grams.toNumber() },
    };
  },
} satisfies Rule<'emissions-text'>;

/**
 * Whether the text's amount would be taken for kilograms in its turn, because the energy says otherwise than the text:
 * two fixes that undo each other help nobody.
 */
function wouldBeDoubted(card: Card, facts: CardFacts, grams: string): boolean {
  const { emissions } = card;
  if (emissions?.amount === undefined) return false;
  const amount = { ...emissions.amount, value: Number(grams), source: grams };
  return judgeUnit(card, facts, { ...emissions, amount })?.suspicious ?? false;
}

interface OtherAmount {
  readonly statement: EmissionsStatement;
  readonly grams: Big;
}

/** The one amount that the text gives for the whole training, where it is not the declared one. */
export function otherAmount(card: Card, { asWritten }: Judgement): OtherAmount | undefined {
  const statements = card.statements.filter(isAboutTraining);
  if (statements.some((statement) => agrees(asWritten, statement))) return undefined;
  if (isSum(asWritten, statements)) return undefined;
  const other = wholeAmount(statements);
  return other && isComparable(asWritten, other) ? other : undefined;
}

/** "Preparing the data emitted 0.5 kg, training 2.5 kg", against 3000. */
function isSum(declared: Big, statements: readonly EmissionsStatement[]): boolean {
  const parts = statements.flatMap(({ quantity }) => quantity.grams ?? []);
  if (parts.length < 2) return false;
  const sum = parts.reduce((total, grams) => total.plus(grams));
  return sum.minus(declared).abs().lte(declared.times(ROUNDING));
}

function isComparable(declared: Big, { grams }: OtherAmount): boolean {
  const [less, more] = grams.lt(declared) ? [grams, declared] : [declared, grams];
  return less.times(FARTHEST).gte(more);
}

function isAboutTraining(statement: Statement): statement is EmissionsStatement {
  return (
    statement.kind === 'emissions' && statement.scope !== 'inference' && statement.quantity.unit !== undefined
  );
}

function agrees(grams: Big, { quantity }: EmissionsStatement): boolean {
  const declared = parseQuantity(`${grams.toFixed()} g`);
  if (declared === undefined) return false;
  if (equalUpToPrintedDigits(declared, quantity)) return true;
  const { approximate, otherReading } = quantity;
  if (approximate && quantity.grams?.minus(grams).abs().lte(quantity.grams.times(ABOUT)) === true)
    return true;
  if (otherReading === undefined || quantity.grams === undefined || quantity.amount.eq(0)) return false;
  const factor = quantity.grams.div(quantity.amount);
  return equalUpToPrintedDigits(declared, {
    ...quantity,
    ...otherReading,
    grams: otherReading.amount.times(factor),
  });
}

/** Undefined where the text gives no single amount for the whole, or several. */
function wholeAmount(statements: readonly EmissionsStatement[]): OtherAmount | undefined {
  const sure = statements.filter(
    ({ certainty, isAttributed, quantity, scope }) =>
      isAttributed &&
      certainty >= SURE &&
      quantity.grams?.gt(0) === true &&
      scope !== 'part' &&
      scope !== 'per-run',
  );
  const [statement, ...others] = sure;
  const grams = statement?.quantity.grams;
  if (statement === undefined || grams === undefined) return undefined;
  return others.every(({ quantity }) => equalUpToPrintedDigits(statement.quantity, quantity))
    ? { statement, grams }
    : undefined;
}
