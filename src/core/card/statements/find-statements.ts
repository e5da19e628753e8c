import type { NumberContext } from '../../quantity/number-text';
import { emissionsIn } from './emissions';
import { energyIn } from './energy';
import { hardwareIn, placeIn } from './hardware';
import { hoursIn } from './hours';
import type { Passage } from './passage';
import { passagesOf } from './passages';
import { powerIn, pueIn } from './power';
import { findRegions } from './region';
import type { Statement } from './statement';

type Reader = (passage: Passage, numbers: NumberContext) => Statement[];

/** Who reads a passage, in the order of their statements, and whether only a number can tell them something. */
const READERS: readonly { readonly read: Reader; readonly needsDigit: boolean }[] = [
  { read: emissionsIn, needsDigit: true },
  { read: energyIn, needsDigit: true },
  { read: hoursIn, needsDigit: true },
  { read: powerIn, needsDigit: true },
  { read: pueIn, needsDigit: true },
  { read: hardwareIn, needsDigit: false },
  { read: placeIn, needsDigit: false },
];
const HAS_DIGIT = /[0-9０-９]/;

/**
 * What the Markdown body of a card states about the emissions, energy, hours, hardware and place of a training.
 *
 * Comments and code blocks are passed over. The way of the paper (parts between `##` that speak of environmental impact)
 * is widened to every paragraph, list and table that names CO₂ or its like, and narrowed to amounts of this model:
 * grid intensities, amounts per something else, comparisons and savings are told apart.
 *
 * @param bodyStart where the front matter ends; 0 where there is none.
 * @returns statements in the order of the text, ranges counted from the start of `text`. Linear in the text.
 */
export function findStatements(text: string, bodyStart: number): Statement[] {
  const passages = findRegions(text, bodyStart).flatMap((region) => passagesOf(text, region));
  const statements = readAll(passages, {});
  const decimalComma = statements.some((statement) => showsDecimalComma(text, statement));
  return decimalComma ? readAll(passages, { decimalComma }) : statements;
}

function readAll(passages: readonly Passage[], numbers: NumberContext): Statement[] {
  const found: Statement[] = [];
  for (const passage of passages) {
    const hasDigit = HAS_DIGIT.test(passage.text);
    for (const { read, needsDigit } of READERS) {
      if (hasDigit || !needsDigit) found.push(...read(passage, numbers));
    }
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** "43,24 kg" settles how this author writes decimals; "4,475 kg" and "1,720,320 hours" do not. */
function showsDecimalComma(text: string, statement: Statement): boolean {
  if (!('quantity' in statement)) return false;
  const { numberRange, otherReading } = statement.quantity;
  return (
    otherReading === undefined && /^\D?\d+,\d+(?![\d,])/.test(text.slice(numberRange.start, numberRange.end))
  );
}
