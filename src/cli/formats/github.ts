import type { Severity } from '../../core/rules/rule';
import type { CheckedCard } from '../../core/workspace/card-report';
import type { Report } from './format';

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

function annotations({ file, card, findings, refusal }: CheckedCard): string {
  const refused = refusal === undefined ? [] : [`::error file=${property(file)}::${data(refusal)}`];
  const found = findings.map(({ rule, severity, message, range }) => {
    const { start, end } = card.lines.rangeOf(range);
    const place = `file=${property(file)},line=${start.line + 1},col=${start.character + 1},endLine=${end.line + 1},endColumn=${end.character + 1}`;
    return `::${COMMANDS[severity]} ${place},title=${property(rule)}::${data(message)}`;
  });
  return [...refused, ...found].map((line) => `${line}\n`).join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
