import { lineEndAt, lineStartAt } from '../../core/card/line-break';
import type { ReportedFinding } from '../../core/rules/check-card';
import type { CheckedCard } from '../../core/workspace/card-report';

/** Longer lines are cut around the finding. */
const FRAME_WIDTH = 100;

/** Findings for people: each with the line it is about, and the fix. */
export function text(cards: readonly CheckedCard[]): string {
  const reports = cards
    .filter(({ findings, refusal }) => findings.length > 0 || refusal !== undefined)
    .map(report);
  return [...reports, summary(cards)].join('\n');
}

function report(checked: CheckedCard): string {
  const head = checked.refusal === undefined ? '' : `${checked.file}: ${checked.refusal}\n`;
  return head + checked.findings.map((finding) => findingText(checked, finding)).join('\n');
}

function findingText({ file, card }: CheckedCard, finding: ReportedFinding): string {
  const { line, character } = card.lines.positionAt(finding.range.start);
  const fix = finding.fixes?.[0];
  return [
    `${file}:${line + 1}:${character + 1} ${finding.severity} ${finding.rule}`,
    ...codeFrame(card.text, finding.range, line),
    `  ${finding.message}`,
    ...(fix ? [`  Fix: ${fix.title}.`] : []),
    '',
  ].join('\n');
}

function codeFrame(source: string, range: ReportedFinding['range'], line: number): string[] {
  const lineStart = lineStartAt(source, range.start);
  const from = Math.max(lineStart, range.start - FRAME_WIDTH / 2);
  const to = Math.min(lineEndAt(source, range.start), from + FRAME_WIDTH);
  const gutter = `${line + 1}`.padStart(6);
  // Other characters than tabs become blanks, so that the marks stand below the text also behind a tab.
  const blanks = source.slice(from, range.start).replaceAll(/[^\t]/g, ' ');
  const marks = '^'.repeat(Math.max(1, Math.min(range.end, to) - range.start));
  return [`${gutter} | ${source.slice(from, to)}`, `${' '.repeat(gutter.length)} | ${blanks}${marks}`];
}

function summary(cards: readonly CheckedCard[]): string {
  const findings = cards.flatMap((checked) => checked.findings);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const checked = `${counted(cards.length, 'card')} checked`;
  if (findings.length === 0) return `${checked}, nothing found.\n`;
  const remarks = count('information') + count('hint');
  return `${checked}: ${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}, ${counted(remarks, 'remark')}.\n`;
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
