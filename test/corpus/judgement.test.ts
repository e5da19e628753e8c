import { describe, expect, test } from 'vitest';
import { readCard } from '../../src/core/card/card';
import { checkCard, type ReportedFinding } from '../../src/core/rules/check-card';
import { type DevCard, devCards, whyNoDevCards } from './dev-cards';

/** The rules that say "the unit is wrong". */
const UNIT_RULES = new Set(['emissions-kilograms', 'emissions-unit']);
const WRONG = new Set(['kilograms', 'string-with-unit']);

interface Verdict {
  readonly card: DevCard;
  readonly isWrong: boolean;
  readonly finding: ReportedFinding | undefined;
  readonly confidence: number | undefined;
}

function verdict(card: DevCard): Verdict {
  const { findings, judgement } = checkCard(readCard(card.text));
  const finding = findings.find(({ rule }) => UNIT_RULES.has(rule));
  return { card, isWrong: WRONG.has(card.label), finding, confidence: judgement?.confidence };
}

const verdicts = devCards()
  .filter(({ expect, label }) => expect !== 'any' && (label === 'grams-ok' || WRONG.has(label)))
  .map(verdict);

function counts(of: readonly Verdict[]): string {
  const right = of.filter(({ finding, isWrong }) => (finding !== undefined) === isWrong).length;
  return `${right} of ${of.length}`;
}

function table(): string {
  const groups = new Map<string, Verdict[]>();
  for (const each of verdicts) {
    const name = `${each.card.label.padEnd(18)}${each.card.shape}`;
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  const rows = [...groups].sort().map(([name, of]) => `${name.padEnd(40)}${counts(of)}`);
  const misjudged = verdicts
    .filter(({ finding, isWrong }) => (finding !== undefined) !== isWrong)
    .map(
      ({ card, confidence }) => `  ${card.id}: ${card.label}, confidence ${confidence?.toFixed(2) ?? 'none'}`,
    );
  return ['label             shape                 judged right', ...rows, 'misjudged:', ...misjudged].join(
    '\n',
  );
}

describe.skipIf(whyNoDevCards !== undefined)(`a wrong unit on real cards ${whyNoDevCards ?? ''}`, () => {
  const flagged = verdicts.filter(({ finding }) => finding !== undefined);
  const wrong = verdicts.filter(({ isWrong }) => isWrong);
  const caught = flagged.filter(({ isWrong }) => isWrong);

  test('precision is at least 0.98, recall at least 0.88', () => {
    const precision = caught.length / flagged.length;
    const recall = caught.length / wrong.length;
    console.log(`${table()}\nprecision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.88);
  });

  test.each(caught.map(({ card, finding }) => [card.id, card.grams, finding] as const))(
    'the fix of %s writes the true grams, %d',
    (_, grams, finding) => expect(Number(finding?.fixes?.[0]?.edits[0]?.newText)).toBe(grams),
  );

  test('no card that AutoTrain or Sentence Transformers wrote is flagged', () => {
    const written = verdicts.filter(({ card }) => card.writtenByLibrary);
    expect(written.length).toBeGreaterThan(30);
    expect(written.filter(({ finding }) => finding).map(({ card }) => card.id)).toEqual([]);
  });

  test('right cards have nothing but information and hints', () => {
    // Where text and metadata state two amounts, the metadata's is not right, if only stale.
    const isStale = ({ declared, grams }: DevCard): boolean => grams !== null && Number(declared) !== grams;
    const right = devCards().filter((card) => card.expect === 'none' && !isStale(card));
    expect(right.length).toBeGreaterThan(60);
    const loud = right.flatMap(({ id, text }) =>
      checkCard(readCard(text))
        .findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ message, rule }) => `${id}: ${rule}: ${message}`),
    );
    expect(loud).toEqual([]);
  });
});
