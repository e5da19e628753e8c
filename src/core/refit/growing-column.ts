import type { CellValue } from './record-view';

type Numbers = Float64Array | Uint32Array;

/** A column of numbers that grows by doubling, outside the heap that is collected. */
class GrowingNumbers<T extends Numbers> {
  #values: T;
  #length = 0;

  constructor(private readonly allocate: (length: number) => T) {
    this.#values = allocate(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.allocate(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index] ?? NaN;
  }

  /** The values at some places; lets go of all others. */
  take(places: Uint32Array): T {
    const taken = this.allocate(places.length);
    for (let i = 0; i < places.length; i++) taken[i] = this.#values[places[i] ?? 0] ?? 0;
    this.#values = this.allocate(0);
    this.#length = 0;
    return taken;
  }
}

/** A column of doubles. */
export class DoubleColumn extends GrowingNumbers<Float64Array<ArrayBuffer>> {
  constructor() {
    super((length) => new Float64Array(length));
  }
}

/** A column of whole numbers below 2³². */
export class IndexColumn extends GrowingNumbers<Uint32Array<ArrayBuffer>> {
  constructor() {
    super((length) => new Uint32Array(length));
  }
}

/** Beyond so many different texts, a text's name is looked up anew for each row. */
const MOST_TEXTS = 10_000;

/** A column of names, few of which differ: each is stored once, and each row holds the number of its name. */
export class CategoryColumn {
  readonly names: string[] = [];
  readonly codes = new IndexColumn();
  readonly #codeOfName = new Map<string, number>();
  readonly #codeOfText = new Map<CellValue, number>();

  /** @param nameOf the name that a cell's text stands for */
  constructor(private readonly nameOf: (text: string) => string) {}

  push(text: CellValue): void {
    this.codes.push(this.#codeOfText.get(text) ?? this.#add(text));
  }

  #add(text: CellValue): number {
    const name = this.nameOf(text === null ? '' : String(text));
    const code = this.#codeOfName.get(name) ?? this.names.push(name) - 1;
    this.#codeOfName.set(name, code);
    if (this.#codeOfText.size < MOST_TEXTS) this.#codeOfText.set(text, code);
    return code;
  }
}
