import * as l10n from '@vscode/l10n';
import type { Card } from '../card/card';
import { lines } from '../card/front-matter';
import { lineBreakOf, lineEndAt, lineStartAt } from '../card/line-break';
import type { TextRange } from '../card/text-range';
import type { Fix } from './rule';

/** `# co2-ignore: emissions-kilograms, emissions-zero`: silences rules on its own line, or on the next where it stands alone. */
const IGNORE_COMMENT = /(?:^|[ \t])#[ \t]*co2-ignore:[ \t]*([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)/;

/** Whether a comment silences a rule. */
export type IgnoreComments = (rule: string, range: TextRange) => boolean;

/** Reads the ignore comments of a card's front matter. */
export function ignoreComments(card: Card): IgnoreComments {
  const yaml = card.frontMatter?.yaml;
  if (yaml === undefined || !card.text.slice(yaml.start, yaml.end).includes('co2-ignore')) return () => false;
  const ignored = new Set<string>();
  for (const { line, start } of lines(card.text.slice(0, yaml.end), yaml.start)) {
    const ids = idsOf(line);
    const number = card.lines.positionAt(start).line;
    for (const id of ids) ignored.add(`${id}@${number}`);
    if (line.trimStart().startsWith('#')) for (const id of ids) ignored.add(`${id}@${number + 1}`);
  }
  return (rule, range) => ignored.has(`${rule}@${card.lines.positionAt(range.start).line}`);
}

/** Silences one finding: the id joins a comment that is there already, or a comment is put on the line before. */
export function ignoreFix(card: Card, rule: string, range: TextRange): Fix | undefined {
  const { text, frontMatter } = card;
  const start = lineStartAt(text, range.start);
  if (frontMatter === undefined || start < frontMatter.yaml.start || start > frontMatter.yaml.end)
    return undefined;
  const title = l10n.t('Ignore {0} here', rule);
  const existing =
    commentEnd(text, start) ?? (start > frontMatter.yaml.start ? standingAlone(text, start - 1) : undefined);
  if (existing !== undefined) {
    return {
      title,
      edits: [{ range: { start: existing, end: existing }, newText: `, ${rule}` }],
      safe: false,
    };
  }
  const indent = /^[ \t]*/.exec(text.slice(start, range.start))?.[0] ?? '';
  const comment = `${indent}# co2-ignore: ${rule}${lineBreakOf(text)}`;
  return { title, edits: [{ range: { start, end: start }, newText: comment }], safe: false };
}

function idsOf(line: string): string[] {
  return (
    IGNORE_COMMENT.exec(line)?.[1]
      ?.split(',')
      .map((id) => id.trim()) ?? []
  );
}

/** Where the list of ids ends in the line that begins at `start`. */
function commentEnd(text: string, start: number): number | undefined {
  const match = IGNORE_COMMENT.exec(text.slice(start, lineEndAt(text, start)));
  return match === null ? undefined : start + match.index + match[0].length;
}

function standingAlone(text: string, lineBreak: number): number | undefined {
  const before = text[lineBreak] === '\n' && text[lineBreak - 1] === '\r' ? lineBreak - 1 : lineBreak;
  const start = lineStartAt(text, before);
  return text.slice(start, before).trimStart().startsWith('#') ? commentEnd(text, start) : undefined;
}
