import * as l10n from '@vscode/l10n';
import type { DeclaredAmount } from '../card/emissions-entry';
import { excerpt } from '../card/excerpt';
import { readAmount, writtenText } from '../judgement/declared-amount';
import type { Judgement } from '../judgement/judgement';
import { printDecimal } from '../quantity/decimal';
import type { QuantityReading } from '../quantity/quantity';
import { because } from './because';
import { replaceAmount } from './replace-amount';
import type { Finding, Fix, Rule, RuleContext } from './rule';
import { unitName } from './unit-name';

/** `24_700_000`: an integer for YAML 1.1 readers such as PyYAML, text for YAML 1.2 readers. */
const UNDERSCORED = /^[+-]?\d+(?:_\d+)+$/;

export const emissionsNumber = {
  id: 'emissions-number',
  defaultSeverity: 'error',
  summary: 'A value that is no finite, non-negative number',
  *check({ card, judgement }: RuleContext) {
    const amount = card.emissions?.amount;
    // What is nested in parts is the business of `emissions-shape`.
    if (amount === undefined || amount.place === 'parts' || card.metadata?.problem !== undefined) return;
    if (typeof amount.value === 'number') yield* impossibleNumber(amount, amount.value);
    else if (typeof amount.value === 'string') yield* textInsteadOfNumber(amount, judgement);
  },
} satisfies Rule<'emissions-number'>;

function* impossibleNumber({ range, source }: DeclaredAmount, value: number): Generator<Finding> {
  if (!Number.isFinite(value)) {
    yield {
      range,
      message: l10n.t('The Hub needs a plain number of grams here, and {0} is none.', excerpt(source)),
    };
  } else if (value < 0) {
    yield negative(range);
  }
}

function negative(range: Finding['range']): Finding {
  return {
    range,
    message: l10n.t('Emissions cannot be negative. If they are not known, leave `emissions` out.'),
  };
}

function* textInsteadOfNumber(amount: DeclaredAmount, judgement: Judgement | undefined): Generator<Finding> {
  const { range } = amount;
  const text = writtenText(amount);
  const reading = readAmount(amount);
  // Nothing written is the business of `emissions-missing`, a unit in the value that of `emissions-unit`.
  if (text.trim() === '') return;
  if (reading?.amount.lt(0)) yield negative(range);
  else if (reading === undefined) {
    yield {
      range,
      message: l10n.t('The Hub needs a plain number of grams here, and “{0}” is none.', excerpt(text)),
    };
  } else if (reading.unit === undefined) {
    yield isOpen(reading) ? openNumber(range, text) : unreadNumber(amount, reading, judgement);
  }
}

function isOpen({ upper, bound, plusMinus }: QuantityReading): boolean {
  return upper !== undefined || bound !== undefined || plusMinus !== undefined;
}

function openNumber(range: Finding['range'], text: string): Finding {
  return { range, message: leavesOpen(text) };
}

/** A range, a bound or an uncertainty in place of a number. */
export function leavesOpen(text: string): string {
  return l10n.t(
    'The Hub needs one plain number of grams here, and “{0}” leaves it open. Choose the best estimate.',
    excerpt(text),
  );
}

function unreadNumber(
  amount: DeclaredAmount,
  reading: QuantityReading,
  judgement: Judgement | undefined,
): Finding {
  const { range, source } = amount;
  const text = excerpt(writtenText(amount));
  const plain = printDecimal(reading.amount);
  const change = (number: string, safe: boolean): Fix[] =>
    replaceAmount(amount, number, { title: l10n.t('Change to {0}', number), safe });
  if (judgement?.suspicious === true) {
    const judged = printDecimal(judgement.grams);
    return {
      range,
      message: l10n.t(
        'The Hub reads “{text}” as text, not as a number, and it looks like {unit}: {reasons}. Change to {grams} (grams)?',
        { text, unit: unitName(judgement.unit), reasons: because(judgement), grams: judged },
      ),
      fixes: [...change(judged, false), ...change(plain, false)],
    };
  }
  if (reading.otherReading !== undefined) {
    const other = printDecimal(reading.otherReading.amount);
    return {
      range,
      message: l10n.t(
        'The Hub reads “{0}” as text, not as a number: it may mean {1} or {2}. Write the grams with a point and without grouping.',
        text,
        plain,
        other,
      ),
      fixes: [...change(plain, false), ...change(other, false)],
    };
  }
  if (UNDERSCORED.test(source)) {
    return {
      range,
      severity: 'information',
      message: l10n.t(
        'Some readers of YAML take {0} for text. Write {1} to be read as a number everywhere.',
        excerpt(source),
        plain,
      ),
      fixes: change(plain, true),
    };
  }
  return {
    range,
    message: l10n.t('The Hub reads “{0}” as text, not as a number. Write {1}.', text, plain),
    fixes: change(plain, true),
  };
}
