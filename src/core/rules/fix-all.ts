import type { TextEdit } from '../card/text-range';
import type { ReportedFinding } from './check-card';

/**
 * The edits of every finding's best fix that may be applied without asking, in the order of the text. Where two overlap,
 * the first wins: the other's turn comes when the card is checked again.
 *
 * @param includeJudgements also takes fixes that rest on a judgement, such as kilograms to grams.
 */
export function fixAllEdits(findings: readonly ReportedFinding[], includeJudgements: boolean): TextEdit[] {
  const fixes = findings
    .flatMap(({ fixes }) => fixes?.[0] ?? [])
    .filter(({ safe }) => safe || includeJudgements);
  const taken: TextEdit[] = [];
  for (const { edits } of fixes) {
    if (!edits.some((edit) => taken.some((other) => overlap(edit, other)))) taken.push(...edits);
  }
  return taken.sort((a, b) => a.range.start - b.range.start);
}

/** Two insertions at one place overlap as well: their order would be chance. */
function overlap({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
