import { type Passage, type Place, plainText } from './passage';

const DELIMITER = /^[\s|:-]+$/;
/** Heads that say nothing about the amounts below them. */
const EMPTY_HEADS =
  /^(?:value|values|metric|metrics|item|items|details?|description|result|results|property|parameter|field|amount|attribute|key|name|info|information|notes?|)$/i;
const NUMBER = /^[\d.,#\s]+$/;

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
  const { context, environmental, certainty } = place;
  const hasHeads = DELIMITER.test(rows[1]?.text ?? '') && rows.length > 2;
  const heads = hasHeads ? cellsOf(rows[0]) : [];
  const body = rows.slice(hasHeads ? 1 : 0).filter(({ text }) => !DELIMITER.test(text));
  const withHeadRow = hasHeads ? body.concat(rows[0] ?? []) : body;
  return withHeadRow.flatMap((row) => {
    const isHeadRow = hasHeads && row === rows[0];
    const cells = cellsOf(row);
    const rowHead = headOf(cells[0], isHeadRow ? undefined : heads[0]);
    return cells.slice(cells.length > 1 ? 1 : 0).map((cell, index) => {
      const measure = isHeadRow ? '' : columnHead(heads[index + 1]);
      return {
        text: cell.text,
        start: cell.start,
        label: joined(measure, rowHead),
        labelStart: cell.start,
        rows: measure === '' ? 0 : body.length,
        context,
        environmental,
        certainty,
      };
    });
  });
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
