import { createColors } from 'picocolors';
import type { ReportedFinding } from '../../core/rules/check-card';
import { appliedFixes } from './applied-fixes';
import { codeFrame } from './code-frame';
import type { CheckedFile, Report, Style } from './format';
import { printable, printablePath } from './printable';

type Colours = ReturnType<typeof createColors>;

/** Findings for people: each with the line it is about, and the fix. */
export function text({ coloured }: Style): Report {
  const colours = createColors(coloured);
  const total = { cards: 0, unread: 0, error: 0, warning: 0, information: 0, hint: 0, fixes: 0, mended: 0 };
  return {
    card(checked) {
      const { file, findings, refusal, fixed } = checked;
      if (refusal === undefined) total.cards += 1;
      else total.unread += 1;
      total.fixes += fixed.length;
      total.mended += fixed.length > 0 ? 1 : 0;
      for (const { severity } of findings) total[severity] += 1;
      const refused = refusal === undefined ? '' : `${printablePath(file)}: ${printable(refusal)}\n`;
      const found = findings.map((finding) => `${findingText(checked, finding, colours)}\n`);
      return [appliedFixes(checked), refused, ...found].join('');
    },
    end() {
      const { cards, unread, error, warning, information, hint, fixes, mended } = total;
      const fixed = fixes === 0 ? '' : `${counted(fixes, 'fix', 'fixes')} in ${counted(mended, 'card')}.\n`;
      const checked = `${fixed}${counted(cards, 'card')} checked`;
      const left = unread === 0 ? '' : `${counted(unread, 'card')} could not be read.\n`;
      const remarks = information + hint;
      if (cards === 0) return `${checked}.\n${left}`;
      if (error + warning + remarks === 0) return `${checked}, nothing found.\n${left}`;
      return `${checked}: ${counted(error, 'error')}, ${counted(warning, 'warning')}, ${counted(remarks, 'remark')}.\n${left}`;
    },
  };
}

function findingText({ file, card }: CheckedFile, finding: ReportedFinding, colours: Colours): string {
  const { line, character } = card.lines.positionAt(finding.range.start);
  const { shown, blanks, marks } = codeFrame(card.text, finding.range);
  const colour = colourOf(finding.severity, colours);
  const gutter = `${line + 1}`.padStart(6);
  const bar = colours.dim('|');
  const fix = finding.fixes?.[0];
  return [
    `${printablePath(file)}:${line + 1}:${character + 1} ${colour(finding.severity)} ${colours.bold(finding.rule)}`,
    `${colours.dim(gutter)} ${bar} ${shown}`,
    `${' '.repeat(gutter.length)} ${bar} ${blanks}${colour(marks)}`,
    ...finding.message.split(/\r?\n/).map((part) => `  ${printable(part)}`),
    ...(fix ? [`  ${colours.green('Fix:')} ${printable(fix.title)}.`] : []),
    '',
  ].join('\n');
}

function colourOf(severity: ReportedFinding['severity'], colours: Colours): (text: string) => string {
  if (severity === 'error') return colours.red;
  return severity === 'warning' ? colours.yellow : colours.cyan;
}

function counted(count: number, what: string, many = `${what}s`): string {
  return count === 1 ? `1 ${what}` : `${count} ${many}`;
}
