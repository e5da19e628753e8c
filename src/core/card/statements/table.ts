import { findQuantities } from '../../quantity/quantity';
import { namesCarbon, namesEmissions } from './carbon-words';
import { unitInLabel } from './label-unit';
import { type Passage, type Place, plainText } from './passage';

const DELIMITER = /^[\s|:-]+$/;
/** Heads that say nothing about the amounts below them. */
const EMPTY_HEADS =
  /^(?:value|values|metric|metrics|item|items|details?|description|result|results|property|parameter|field|amount|attribute|key|name|info|information|notes?|)$/i;
const NUMBER = /^[\d.,#\s]+$/;
/** Heads of amounts whose unit stands with them, or nowhere. */
const MEASURES = /energ|consum|\bduration\b|\bruntime\b|\bhours\b/i;
const DIMENSIONS = ['mass', 'energy', 'time', 'power'] as const;

interface Row {
  readonly start: number;
  readonly text: string;
}

interface Cell {
  readonly text: string;
  readonly start: number;
}

/** A line between pipes; pipes within a sentence (a norm, a choice) make no table. */
export function isTableRow(line: string): boolean {
  const text = line.trim();
  return text.startsWith('|') && text.indexOf('|', 1) > 0;
}

/** The line of dashes below the heads of a table whose rows have no pipes around them. */
export function isDelimiterRow(line: string): boolean {
  return DELIMITER.test(line) && line.includes('|') && line.includes('-');
}

/** The cells of a pipe table as passages, each labelled by the heads of its row and column. */
export function tablePassages(rows: readonly Row[], place: Place): Passage[] {
  const hasHeads = DELIMITER.test(rows[1]?.text ?? '') && rows.length > 2;
  const heads = hasHeads ? cellsOf(rows[0]) : [];
  const body = rows.slice(hasHeads ? 1 : 0).filter(({ text }) => !DELIMITER.test(text));
  if (isReadByColumns(heads, cellsOf(body[0]))) {
    return body.flatMap((row) => columnPassages(cellsOf(row), heads, { ...place, rows: body.length }));
  }
  const withHeadRow = hasHeads ? body.concat(rows[0] ?? []) : body;
  return withHeadRow.flatMap((row) => {
    const isHeadRow = hasHeads && row === rows[0];
    const cells = cellsOf(row);
    const rowHead = headOf(cells[0], isHeadRow ? undefined : heads[0]);
    return cells.slice(cells.length > 1 ? 1 : 0).map((cell, index) => {
      const measure = isHeadRow ? '' : columnHead(heads[index + 1]);
      return {
        ...place,
        text: cell.text,
        start: cell.start,
        label: joined(measure, rowHead),
        labelStart: cell.start,
        rows: measure === '' ? 0 : body.length,
      };
    });
  });
}

/**
 * Whether every column is a measure, the first one too: "| Emissions (kg) | Energy (kWh) |" over "| 2.37 | 6.1 |". A
 * number below "Epoch" or "Seed" names its row, and a head with a value beside it is itself a pair.
 */
function isReadByColumns(heads: readonly Cell[], first: readonly Cell[]): boolean {
  const [head = '', beside = '', value = ''] = [heads[0], heads[1], first[0]].map((cell) =>
    plainText(cell?.text ?? ''),
  );
  return first.length > 1 && !isAmount(beside) && (hasUnit(value) || (NUMBER.test(value) && isMeasure(head)));
}

/** The cells of a row by the heads of their columns, and by the words in the row, which may name a model or a phase. */
function columnPassages(
  cells: readonly Cell[],
  heads: readonly Cell[],
  place: Place & Pick<Passage, 'rows'>,
): Passage[] {
  const words = cells.map(({ text }) => plainText(text)).find((text) => /^\p{L}/u.test(text)) ?? '';
  return cells.map(({ start, text }, index) => ({
    ...place,
    text,
    start,
    label: joined(columnHead(heads[index]), words),
    labelStart: start,
  }));
}

function isMeasure(head: string): boolean {
  const isNamed = namesCarbon(head) || namesEmissions(head) || MEASURES.test(head);
  return isNamed || DIMENSIONS.some((dimension) => unitInLabel(head, dimension) !== undefined);
}

function isAmount(text: string): boolean {
  return text !== '' && (NUMBER.test(text) || hasUnit(text));
}

/** Whether a cell is an amount with its unit and nothing before it. */
function hasUnit(text: string): boolean {
  return (
    /^[~≈<]?\s?\d/.test(text) &&
    DIMENSIONS.some((dimension) => findQuantities(text, dimension)[0] !== undefined)
  );
}

/** The first cell names its row; a bare number is named by its column ("Epoch 3"). */
function headOf(cell: Cell | undefined, column: Cell | undefined): string {
  const text = plainText(cell?.text ?? '');
  return NUMBER.test(text) && column ? joined(plainText(column.text), text) : text;
}

function columnHead(cell: Cell | undefined): string {
  const text = plainText(cell?.text ?? '');
  return EMPTY_HEADS.test(text) ? '' : text;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function cellsOf(row: Row | undefined): Cell[] {
  if (row === undefined) return [];
  const cells: Cell[] = [];
  let start = isTableRow(row.text) ? row.text.indexOf('|') + 1 : 0;
  while (start < row.text.length) {
    const end = nextPipe(row.text, start);
    const text = row.text.slice(start, end);
    if (end < row.text.length || text.trim() !== '') cells.push({ text, start: row.start + start });
    start = end + 1;
  }
  return cells;
}

function nextPipe(text: string, from: number): number {
  let at = text.indexOf('|', from);
  while (at > 0 && text[at - 1] === '\\') at = text.indexOf('|', at + 1);
  return at < 0 ? text.length : at;
}
