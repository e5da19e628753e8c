/**
 * A piece of the card's body that speaks of one thing: a list item, a labelled line, a table cell, or a paragraph.
 * Offsets of `text` are offsets of the card less `start`.
 */
export interface Passage extends Place {
  readonly text: string;
  readonly start: number;
  /** What stands before the colon, or in the heads of the cell's row and column, without emphasis; '' in prose. */
  readonly label: string;
  /** Where the label begins, for quoting both; equal to `start` where there is none or where it stands apart. */
  readonly labelStart: number;
  /** Body rows of the table that a cell belongs to. */
  readonly rows: number;
}

/** Where in a card passages stand. */
export interface Place {
  /** Labels of the list items around, nearest first, and the headings above. */
  readonly context: readonly string[];
  /** The heading that names the model; '' where none does. */
  readonly title: string;
  /** Whether it is a part on environmental impact. */
  readonly environmental: boolean;
  /** Below 1 for output pasted in a code block. */
  readonly certainty: number;
}

/** Emphasis, code marks and entities away, white space to one blank. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/[*`]+|(?<![A-Za-z0-9$\\}])_+|_+(?![A-Za-z0-9{])|<\/?(?:b|i|em|strong|code|span|br)\s?\/?>/g, '')
    .replace(/&nbsp;|\s+/g, ' ')
    .trim();
}
