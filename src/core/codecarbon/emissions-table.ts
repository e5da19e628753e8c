import * as l10n from '@vscode/l10n';
import { dsvFormat } from 'd3-dsv';
import { excerpt } from '../card/excerpt';
import { grouped } from '../quantity/grouped';
import { EmissionsFileError } from './emissions-run';

/** Thousands of runs; CodeCarbon writes about 500 characters for each. In characters, or bytes of UTF-8. */
export const EMISSIONS_FILE_LIMIT = 10_000_000;
const MOST_COLUMNS = 500;
const MOST_ROWS = 100_000;
/** Beside `emissions`, one of these is in every report, of whatever version. */
const TELLING_COLUMNS = ['duration', 'energy_consumed', 'run_id', 'timestamp'];

/** The cells of a report, as they stand in it. */
export interface EmissionsTable {
  /** Names in small letters. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Cells are parted by semicolons: then the comma is a decimal one. */
  readonly decimalComma: boolean;
}

/** Parts the text of an `emissions.csv` into cells. Throws {@link EmissionsFileError} where it is no report of CodeCarbon. */
export function readEmissionsTable(text: string): EmissionsTable {
  checkText(text);
  const content = text.replace(/^\uFEFF/, '');
  const [firstLine = ''] = content.split(/[\r\n]/, 1);
  const delimiter = firstLine.includes(',') ? ',' : ';';
  const openLine = lineOfOpenQuote(content, delimiter);
  if (openLine !== undefined)
    throw new EmissionsFileError(
      l10n.t(
        'In line {0} a quotation mark opens and never closes, so the rows after it cannot be read. Close it, or remove the line.',
        openLine,
      ),
    );
  let columns: readonly string[] = [];
  // What is checked row by row cannot fill the memory first.
  const rows = dsvFormat(delimiter).parseRows(content, (cells, at) => {
    if (at > 0) return checked(cells, at);
    columns = cells.map((name) => name.trim().toLowerCase());
    checkColumns(columns);
    return null;
  });
  return { columns, rows, decimalComma: delimiter === ';' };
}

/** Refuses a file by its size, before it is read. @throws EmissionsFileError */
export function refuseLargeEmissionsFile(bytes: number): void {
  if (bytes > EMISSIONS_FILE_LIMIT)
    throw new EmissionsFileError(
      l10n.t(
        'The file has more than {0} MB; a report of CodeCarbon has some kilobytes.',
        EMISSIONS_FILE_LIMIT / 1e6,
      ),
    );
}

function checkText(text: string): void {
  refuseLargeEmissionsFile(text.length);
  if (text.trim() === '') throw new EmissionsFileError(l10n.t('The file is empty.'));
  if (text.includes('\0'))
    throw new EmissionsFileError(
      l10n.t('The file is not text in UTF-8: it holds NUL characters. Save it as CSV in UTF-8.'),
    );
}

function checked(cells: readonly string[], at: number): readonly string[] {
  if (at > MOST_ROWS)
    throw new EmissionsFileError(
      l10n.t(
        'The file has more than {0} rows; a report of CodeCarbon has some thousands.',
        grouped(MOST_ROWS),
      ),
    );
  return cells;
}

function checkColumns(columns: readonly string[]): void {
  if (columns.length > MOST_COLUMNS) {
    throw new EmissionsFileError(
      l10n.t('The file has {0} columns; CodeCarbon writes some dozens.', grouped(columns.length)),
    );
  }
  if (!columns.includes('emissions')) {
    throw new EmissionsFileError(
      l10n.t(
        'Its first line names no column "emissions", so this is no report of CodeCarbon, or its header is gone.',
      ),
    );
  }
  if (!TELLING_COLUMNS.some((name) => columns.includes(name))) {
    throw new EmissionsFileError(l10n.t('The file has none of the other columns that CodeCarbon writes.'));
  }
  const twice = ['emissions', ...TELLING_COLUMNS].find(
    (name) => columns.indexOf(name) !== columns.lastIndexOf(name),
  );
  if (twice !== undefined) {
    throw new EmissionsFileError(
      l10n.t('The file has more than one column "{0}". Remove those that do not count.', excerpt(twice)),
    );
  }
}

const QUOTE = '"';

/**
 * The line, counted from 1, of a quotation mark that opens a cell and is never closed: the reader of rows would take all
 * that follows for one cell. Undefined where there is none.
 */
function lineOfOpenQuote(text: string, delimiter: string): number | undefined {
  // The reader takes whatever follows a closing one for the end of the cell.
  let start = 0;
  for (let at = text.indexOf(QUOTE); at !== -1; at = text.indexOf(QUOTE, at + 1)) {
    if (at !== start && ![delimiter, '\n', '\r'].includes(text[at - 1] ?? '')) continue;
    const end = endOfQuoted(text, at);
    if (end === -1) return text.slice(0, at).split(/\r\n|[\r\n]/).length;
    start = end + 2;
    at = end;
  }
  return undefined;
}

/** Where the quotation mark stands that closes the one at `open`; doubled ones stand for themselves. */
function endOfQuoted(text: string, open: number): number {
  for (let at = text.indexOf(QUOTE, open + 1); at !== -1; at = text.indexOf(QUOTE, at + 2)) {
    if (text[at + 1] !== QUOTE) return at;
  }
  return -1;
}
