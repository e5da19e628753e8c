import * as l10n from '@vscode/l10n';
import type { Card } from '../card/card';
import { excerpt } from '../card/excerpt';
import { HUB_FRONT_MATTER, lines } from '../card/front-matter';
import { lineBreakOf } from '../card/line-break';
import { readMetadata } from '../card/metadata';
import type { TextRange } from '../card/text-range';
import type { Finding, Fix, Rule } from './rule';

/** Keys that only the metadata of a card has: a horizontal rule in the prose is not followed by them. */
const CARD_KEY =
  /^(?:license|language|tags|datasets|pipeline_tag|library_name|base_model|metrics|co2_eq_emissions)[ \t]*:/;
/** Metadata that starts farther down than this is an example in the prose. */
const DISPLACED_WITHIN = 20_000;

export const frontMatter = {
  id: 'front-matter',
  defaultSeverity: 'warning',
  summary: 'An opened metadata block that the Hub will not see',
  *check({ card }) {
    if (card.frontMatter === undefined) yield* displacedBlock(card);
    else if (card.frontMatter.state === 'unclosed') yield unclosed(card, card.frontMatter.openingFence);
  },
} satisfies Rule<'front-matter'>;

function unclosed({ frontMatter: block, text }: Card, openingFence: TextRange): Finding {
  const end = block?.yaml.end ?? text.length;
  const isEmpty = block === undefined || block.yaml.start >= end;
  const title = l10n.t('Close the metadata with “---”');
  const badFence = fenceLikeLine(text, end);
  if (badFence !== undefined) {
    const newText = `${isEmpty ? lineBreakOf(text) : ''}---`;
    return {
      range: badFence.range,
      message:
        badFence.line === '---'
          ? l10n.t('The Hub sees no metadata here: it needs at least an empty line between the two “---”.')
          : l10n.t(
              'The Hub does not see the metadata above: the line that closes it must be exactly “---”, and this one is “{0}”.',
              excerpt(badFence.line),
            ),
      fixes: [{ title, edits: [{ range: badFence.range, newText }], safe: !isEmpty }],
    };
  }
  return {
    range: openingFence,
    message: l10n.t(
      'This block is never closed, so the Hub sees no metadata at all. Close it with a line “---”.',
    ),
    fixes: [
      { title, edits: [{ range: { start: end, end }, newText: closing(text, end, isEmpty) }], safe: false },
    ],
  };
}

/** The fence on a line of its own; the Hub wants at least a blank line between two fences. */
function closing(text: string, end: number, isEmpty: boolean): string {
  const lineBreak = lineBreakOf(text);
  const isAtLineStart = /[\r\n]$/.test(text.slice(Math.max(0, end - 1), end));
  return `${isAtLineStart ? '' : lineBreak}${isEmpty ? lineBreak : ''}---${lineBreak}`;
}

/** The first line at or behind `from` that was meant as a fence but is indented, or has more dashes. */
function fenceLikeLine(text: string, from: number): { line: string; range: TextRange } | undefined {
  for (const { line, start } of lines(text, from)) {
    if (/^\s*-{3,}\s*$/.test(line)) return { line, range: { start, end: start + line.length } };
    if (line.trim() !== '') return undefined;
  }
  return undefined;
}

/** Metadata that the Hub passes over, because of its opening fence or because of the text before it. */
function* displacedBlock({ text }: Card): Generator<Finding> {
  const fence = displacedFence(text);
  if (fence === undefined) return;
  const beforeFence = text.slice(0, fence.start);
  const normalized = `---${text.slice(fence.end)}`;
  const block = HUB_FRONT_MATTER.exec(normalized)?.[0];
  if (block === undefined || !holdsMapping(block)) return;
  if (beforeFence.trim() === '') {
    yield {
      range: fence,
      message: l10n.t(
        'The Hub does not see this metadata: the line that opens it must be exactly “---”, and this one is “{0}”.',
        excerpt(text.slice(fence.start, fence.end)),
      ),
      fixes: [
        {
          title: l10n.t('Open the metadata with “---”'),
          edits: [{ range: fence, newText: '---' }],
          safe: true,
        },
      ],
    };
    return;
  }
  yield {
    range: fence,
    message: l10n.t(
      'The Hub does not see this metadata: it must stand at the very start of the file, with nothing but blank lines before it.',
    ),
    fixes: [moveToTop(text, fence, block)],
  };
}

/** The line `---`, blanks behind it included, that stands before the first key of a card; not inside a code block. */
function displacedFence(text: string): TextRange | undefined {
  let fence: TextRange | undefined;
  let isCode = false;
  for (const { line, start } of lines(text.slice(0, DISPLACED_WITHIN))) {
    if (fence !== undefined && CARD_KEY.test(line)) return fence;
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    const isFence = !isCode && /^---[ \t]*$/.test(start === 0 ? line.replace(/^\uFEFF/, '') : line);
    if (line.trim() !== '') {
      fence = isFence ? { start: start + line.indexOf('---'), end: start + line.length } : undefined;
    }
  }
  return undefined;
}

function holdsMapping(block: string): boolean {
  const closed = HUB_FRONT_MATTER.exec(block);
  const start = (closed?.[1] ?? '').length;
  const metadata = readMetadata(block, { start, end: start + (closed?.[2] ?? '').length });
  return (
    !('refusal' in metadata) && metadata.problem === undefined && Object.keys(metadata.values).length > 0
  );
}

function moveToTop(text: string, fence: TextRange, block: string): Fix {
  const ended = /[\r\n]$/.test(block) ? block : block + lineBreakOf(text);
  const top = text.startsWith('\uFEFF') ? 1 : 0;
  const end = fence.end + block.length - '---'.length;
  return {
    title: l10n.t('Move the metadata to the start of the file'),
    edits: [
      { range: { start: top, end: top }, newText: ended },
      { range: { start: fence.start, end }, newText: '' },
    ],
    safe: false,
  };
}
