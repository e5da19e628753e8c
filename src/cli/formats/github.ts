import type { Severity } from '../../core/rules/rule';
import type { CheckedFile, Report } from './format';
import { printable } from './printable';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub shows as annotations beside the lines of a pull request. */
export function github(): Report {
  return { card: annotations, end: () => '' };
}

function annotations({ file, card, findings, refusal }: CheckedFile): string {
  const path = property(file.replaceAll('\\', '/'));
  const refused = refusal === undefined ? [] : [`::error file=${path}::${data(refusal)}`];
  const found = findings.map(({ rule, severity, message, range }) => {
    const { start, end } = card.lines.rangeOf(range);
    const place = `file=${path},line=${start.line + 1},col=${start.character + 1},endLine=${end.line + 1},endColumn=${end.character + 1}`;
    return `::${COMMANDS[severity]} ${place},title=${property(rule)}::${data(message)}`;
  });
  return [...refused, ...found].map((line) => `${line}\n`).join('');
}

/** Text within a command: it cannot end the command's line, begin another, or act on the log. */
function data(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => printable(line).replaceAll('%', '%25'));
  return lines.join('%0A');
}

function property(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
