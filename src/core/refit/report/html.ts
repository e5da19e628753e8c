import { element, escapeText } from '../plots/svg';

/** A cell of a table: text, or a number that stands to the right. */
export type Cell = string | { readonly number: string };

/** A table; the first column names the rows. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const [first = []] = rows;
  const header = head.map((name, at) => {
    const className = typeof first[at] === 'object' ? 'number' : undefined;
    // A header without a word is none, for those who hear the table.
    return name === ''
      ? element('td', {})
      : element('th', { scope: 'col', class: className }, escapeText(name));
  });
  const body = rows.map((row) => element('tr', {}, ...row.map(cell))).join('');
  return element(
    'div',
    { class: 'scroll' },
    element('table', {}, element('thead', {}, element('tr', {}, ...header)), element('tbody', {}, body)),
  );
}

function cell(content: Cell, at: number): string {
  if (typeof content !== 'string') return element('td', { class: 'number' }, escapeText(content.number));
  return at === 0
    ? element('th', { scope: 'row' }, escapeText(content))
    : element('td', {}, escapeText(content));
}

/** A section with its heading. */
export function section(id: string, title: string, ...content: readonly string[]): string {
  return element('section', { id }, element('h2', {}, escapeText(title)), ...content);
}

/** A part that opens where its one line is chosen. */
export function details(summary: string, ...content: readonly string[]): string {
  return element('details', {}, element('summary', {}, escapeText(summary)), ...content);
}

/** A paragraph of text. */
export function paragraph(text: string): string {
  return element('p', {}, escapeText(text));
}

/** A list of sentences. */
export function list(items: readonly string[]): string {
  return element('ul', {}, ...items.map((item) => element('li', {}, escapeText(item))));
}
