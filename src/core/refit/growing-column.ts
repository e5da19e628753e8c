/** A column of doubles that grows by doubling: eight bytes a row, outside the heap that is collected. */
export class GrowingColumn {
  #values = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length++] = value;
  }

  /** A view of what has been pushed; valid until the next push. */
  get values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }

  #grow(): void {
    const larger = new Float64Array(this.#values.length * 2);
    larger.set(this.#values);
    this.#values = larger;
  }
}

/** A column of names, few of which differ: each is stored once, and each row holds the number of its name. */
export class CategoryColumn {
  readonly names: string[] = [];
  readonly #codes = new Map<string, number>();
  readonly #rows = new GrowingColumn();

  push(name: string): void {
    this.#rows.push(this.#codes.get(name) ?? this.#add(name));
  }

  /** For each row, the place of its name in `names`. */
  get codes(): Float64Array {
    return this.#rows.values;
  }

  #add(name: string): number {
    const code = this.names.length;
    this.names.push(name);
    this.#codes.set(name, code);
    return code;
  }
}
