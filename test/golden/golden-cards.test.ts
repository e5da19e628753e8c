import { describe, expect, test } from 'vitest';
import { readCard } from '../../src/core/card/card';
import { applyEdits } from '../../src/core/card/text-range';
import { checkCard, type ReportedFinding } from '../../src/core/rules/check-card';
import { rules } from '../../src/core/rules';
import type { SeveritySetting } from '../../src/core/rules/rule';
import { type GoldenCard, goldenCards } from './golden-cards';

const cards = goldenCards();

/** The card's own rule is on, however quiet by default; hints of other rules would stand in every card. */
function check({ rule }: GoldenCard, text: string): readonly ReportedFinding[] {
  const quiet: Record<string, SeveritySetting> = { 'emissions-context': 'off', 'emissions-absent': 'off' };
  const own: Record<string, SeveritySetting> = rule in quiet ? { [rule]: 'warning' } : {};
  return checkCard(readCard(text), { severities: { rules: { ...quiet, ...own } } }).findings;
}

describe.each(cards.map((card) => [card.name, card] as const))('%s', (_, card) => {
  const { lines } = readCard(card.text);
  const lineOf = (finding: ReportedFinding): number => lines.positionAt(finding.range.start).line;
  const matches = (finding: ReportedFinding, { line, message, rule }: GoldenCard['wants'][number]): boolean =>
    finding.rule === rule && lineOf(finding) === line && finding.message.includes(message);

  test('has the findings that stand beside its lines, and no others', () => {
    const found = check(card, card.text).map((finding) => {
      const want = card.wants.find((candidate) => matches(finding, candidate));
      return { line: lineOf(finding), rule: finding.rule, message: want?.message ?? finding.message };
    });
    const wanted = card.wants.map(({ line, message, rule }) => ({ line, rule, message }));
    expect(found).toEqual(expect.arrayContaining(wanted));
    expect(found).toHaveLength(wanted.length);
  });

  test('becomes its golden card by the fixes', () => {
    const findings = check(card, card.text);
    const edits = card.wants
      .filter(({ fix }) => fix)
      .map((want) => findings.find((finding) => matches(finding, want))?.fixes?.[0]?.edits ?? []);
    for (const fix of edits) expect(fix, 'the finding has a fix').not.toEqual([]);
    const fixed = applyEdits(card.text, edits.flat());
    expect(fixed).toBe(card.golden ?? card.text);
    const left = check(card, fixed).filter(({ rule }) => card.wants.some((want) => want.fix && want.rule === rule));
    expect(left).toEqual([]);
  });
});

test('every rule has a golden card', () => {
  const covered = new Set(cards.map(({ rule }) => rule));
  expect([...covered].sort()).toEqual(rules.map(({ id }) => id).sort());
});
