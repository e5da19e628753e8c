/** A half-open range of UTF-16 code units, `[start, end)`, counted from the start of the card's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A replacement of a range of the card's text. An empty range inserts; an empty `newText` deletes. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/**
 * The text after all edits.
 *
 * @param edits in any order, not overlapping; edits at the same place apply in the order given.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start);
  let result = '';
  let position = 0;
  for (const edit of ordered) {
    if (edit.range.start < position) throw new RangeError('Edits overlap.');
    result += text.slice(position, edit.range.start) + edit.newText;
    position = edit.range.end;
  }
  return result + text.slice(position);
}
