import { lineEndAt, lineStartAt } from '../../core/card/line-break';
import type { ReportedFinding } from '../../core/rules/check-card';
import type { CheckedCard } from '../../core/workspace/card-report';
import type { Report } from './format';

/** Longer lines are cut around the finding. */
const FRAME_WIDTH = 100;

/** Findings for people: each with the line it is about, and the fix. */
export function text(): Report {
  const total = { cards: 0, error: 0, warning: 0, information: 0, hint: 0 };
  return {
    card(checked) {
      total.cards += 1;
      for (const { severity } of checked.findings) total[severity] += 1;
      const refused = checked.refusal === undefined ? '' : `${checked.file}: ${checked.refusal}\n`;
      return refused + checked.findings.map((finding) => `${findingText(checked, finding)}\n`).join('');
    },
    end() {
      const checked = `${counted(total.cards, 'card')} checked`;
      const remarks = total.information + total.hint;
      if (total.error + total.warning + remarks === 0) return `${checked}, nothing found.\n`;
      return `${checked}: ${counted(total.error, 'error')}, ${counted(total.warning, 'warning')}, ${counted(remarks, 'remark')}.\n`;
    },
  };
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

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
