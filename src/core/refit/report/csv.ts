/** A cell of a CSV table; null is an empty one. */
export type CsvCell = string | number | null;

/** A table as RFC 4180 has it, with a header; line ends are those of Unix. */
export function csvText(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [header.map(csvCell).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return `${lines.join('\n')}\n`;
}

/**
 * A text that spreadsheets take for a formula gets an apostrophe before it, which shows it as it is (OWASP, "CSV
 * Injection"): model names and cells of an export are written by strangers.
 */
function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = /^\s*[=+\-@\t\r|%]/.test(cell) && !isNumber(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
}
