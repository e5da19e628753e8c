import type { Card } from '../card/card';
import { HUB_FRONT_MATTER, lines } from '../card/front-matter';
import { lineBreakOf } from '../card/line-break';
import type { Finding, Fix, Rule } from './rule';

/** Keys that only the metadata of a card has: a horizontal rule in the prose is not followed by them. */
const CARD_KEY =
  /^(?:license|language|tags|datasets|pipeline_tag|library_name|base_model|metrics|co2_eq_emissions)[ \t]*:/;

export const frontMatter = {
  id: 'front-matter',
  defaultSeverity: 'warning',
  summary: 'An opened metadata block that the Hub will not see',
  *check({ card }) {
    if (card.frontMatter === undefined) yield* displacedBlock(card);
    else if (card.frontMatter.state === 'unclosed') yield unclosed(card, card.frontMatter.openingFence);
  },
} satisfies Rule<'front-matter'>;

function unclosed(card: Card, openingFence: Finding['range']): Finding {
  const end = card.frontMatter?.yaml.end ?? card.text.length;
  const badFence = fenceLikeLine(card.text, end);
  if (badFence !== undefined) {
    return {
      range: badFence.range,
      message: `The Hub does not see the metadata above: the line that closes it must be exactly “---”, and this one is “${badFence.line}”.`,
      fixes: [
        {
          title: 'Close the metadata with “---”',
          edits: [{ range: badFence.range, newText: '---' }],
          safe: true,
        },
      ],
    };
  }
  const eol = lineBreakOf(card.text);
  const needsBreak = end > 0 && !/[\r\n]$/.test(card.text.slice(0, end));
  const newText = `${needsBreak ? eol : ''}---${eol}`;
  return {
    range: openingFence,
    message: 'This block is never closed, so the Hub sees no metadata at all. Close it with a line “---”.',
    fixes: [
      {
        title: 'Close the metadata with “---”',
        edits: [{ range: { start: end, end }, newText }],
        safe: false,
      },
    ],
  };
}

/** The first line at or behind `from` that was meant as a fence but is indented, or has more on it. */
function fenceLikeLine(text: string, from: number): { line: string; range: Finding['range'] } | undefined {
  for (const { line, start } of lines(text, from)) {
    if (/^\s*-{3,}\s*$/.test(line))
      return { line: line.trimEnd(), range: { start, end: start + line.length } };
    if (line.trim() !== '') return undefined;
  }
  return undefined;
}

/** Metadata that stands behind other text: the Hub only looks at the start of the file. */
function* displacedBlock(card: Card): Generator<Finding> {
  const opening = displacedFence(card.text);
  if (opening === undefined) return;
  const block = HUB_FRONT_MATTER.exec(card.text.slice(opening));
  const range = { start: opening, end: opening + 3 };
  yield {
    range,
    message:
      'The Hub does not see this metadata: it must stand at the very start of the file, with nothing but blank lines before it.',
    ...(block !== null && { fixes: [moveToTop(card.text, opening, block[0])] }),
  };
}

function displacedFence(text: string): number | undefined {
  let fence: number | undefined;
  for (const { line, start } of lines(text)) {
    if (fence !== undefined && CARD_KEY.test(line)) return fence;
    if (line.trim() !== '') fence = line.trimEnd() === '---' ? start : undefined;
  }
  return undefined;
}

function moveToTop(text: string, start: number, block: string): Fix {
  const ended = /[\r\n]$/.test(block) ? block : block + lineBreakOf(text);
  return {
    title: 'Move the metadata to the start of the file',
    edits: [
      { range: { start: 0, end: 0 }, newText: ended },
      { range: { start, end: start + block.length }, newText: '' },
    ],
    safe: false,
  };
}
