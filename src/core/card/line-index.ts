import type { Position, Range } from 'vscode-languageserver-types';
import type { TextRange } from './text-range';

/** Translates offsets to lines and characters (0-based, UTF-16) as editors count them: `\r\n`, `\r` and `\n` end a line. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    const lineBreak = /\r\n|\r|\n/g;
    while (lineBreak.exec(text) !== null) starts.push(lineBreak.lastIndex);
    this.#starts = starts;
    this.#length = text.length;
  }

  /** @param offset is clamped to the text. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= inside) low = middle;
      else high = middle;
    }
    return { line: low, character: inside - (this.#starts[low] ?? 0) };
  }

  rangeOf(range: TextRange): Range {
    return { start: this.positionAt(range.start), end: this.positionAt(range.end) };
  }

  /** The offset at which a line begins; the end of the text for a line behind the last. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#length;
  }
}
