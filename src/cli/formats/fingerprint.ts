import { createHash } from 'node:crypto';
import { lineEndAt, lineStartAt } from '../../core/card/line-break';
import type { ReportedFinding } from '../../core/rules/check-card';

/**
 * Tells the findings of a card apart, and the same finding in a later version of it: by the rule and the text of the line,
 * not by its number. Where a line is there twice, they are counted.
 *
 * @param seen how often each was given out for this card; changed
 */
export function fingerprint(
  source: string,
  { rule, range }: ReportedFinding,
  seen: Map<string, number>,
): string {
  const line = source.slice(lineStartAt(source, range.start), lineEndAt(source, range.start));
  const hash = createHash('sha256')
    .update(`${rule}\0${line.replaceAll(/\s+/g, '')}`)
    .digest('hex')
    .slice(0, 16);
  const count = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, count);
  return `${hash}:${count}`;
}
