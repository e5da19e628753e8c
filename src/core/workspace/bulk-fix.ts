import type { TextEdit } from '../card/text-range';
import type { ReportedFinding } from '../rules/check-card';
import { fixAllEdits } from '../rules/fix-all';

/** Fixes that are offered for many cards at once, each kind by itself. */
export type BulkFix = 'safe' | 'kilograms';

/**
 * The edits of one kind for one card, in the order of the text: those that cannot change what the author meant, or
 * those that turn what looks like kilograms into grams.
 */
export function bulkEdits(findings: readonly ReportedFinding[], kind: BulkFix): TextEdit[] {
  if (kind === 'safe') return fixAllEdits(findings, false);
  return fixAllEdits(
    findings.filter(({ rule, data }) => rule === 'emissions-kilograms' && data?.unit === 'kg'),
    true,
  );
}
