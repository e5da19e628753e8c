/**
 * A set of row numbers that are added in ascending order, kept as runs. A dump of the whole Hub drops two million rows
 * for one reason, in as many runs as there are rows between them that report emissions.
 */
export class RowRanges {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(row: number): void {
    const last = this.#ends.length - 1;
    this.#size++;
    if (last >= 0 && this.#ends[last] === row) {
      this.#ends[last] = row + 1;
    } else {
      this.#starts.push(row);
      this.#ends.push(row + 1);
    }
  }

  has(row: number): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return (this.#starts[low] ?? Infinity) <= row;
  }

  /** "3, 17, 20–25": the runs in words, `most` of them, and an ellipsis where there are more. */
  describe(most: number): string {
    const runs = this.#starts.slice(0, most).map((start, at) => {
      const last = (this.#ends[at] ?? start) - 1;
      return last === start ? String(start) : `${start}–${last}`;
    });
    return runs.join(', ') + (this.#starts.length > most ? ', …' : '');
  }

  /** Every row, ascending. */
  toArray(): number[] {
    const rows = new Array<number>(this.#size);
    let at = 0;
    for (const [index, start] of this.#starts.entries()) {
      for (let row = start; row < (this.#ends[index] ?? start); row++) rows[at++] = row;
    }
    return rows;
  }
}
