import type { TextEdit } from '../card/text-range';
import type { ReportedFinding } from './check-card';
import type { Fix } from './rule';

/**
 * The findings whose best fix may be applied without asking, and these fixes. Where two overlap, the first wins: the
 * other's turn comes when the card is checked again.
 *
 * @param includeJudgements also takes fixes that rest on a judgement, such as kilograms to grams.
 */
export function fixAll(
  findings: readonly ReportedFinding[],
  includeJudgements: boolean,
): { readonly finding: ReportedFinding; readonly fix: Fix }[] {
  const taken: { readonly finding: ReportedFinding; readonly fix: Fix }[] = [];
  for (const finding of findings) {
    const fix = finding.fixes?.[0];
    if (fix === undefined || !(fix.safe || includeJudgements)) continue;
    const others = taken.flatMap((other) => other.fix.edits);
    if (!fix.edits.some((edit) => others.some((other) => overlap(edit, other)))) taken.push({ finding, fix });
  }
  return taken;
}

/** The edits of {@link fixAll}, in the order of the text. */
export function fixAllEdits(findings: readonly ReportedFinding[], includeJudgements: boolean): TextEdit[] {
  return fixAll(findings, includeJudgements)
    .flatMap(({ fix }) => fix.edits)
    .sort((a, b) => a.range.start - b.range.start);
}

/** Two insertions at one place overlap as well: their order would be chance. */
function overlap({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
