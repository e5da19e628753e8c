export interface Accelerator {
  /** The name in the table. */
  readonly name: string;
  /** Rated power of one device; two figures where the text leaves the variant open. */
  readonly watts: { readonly low: number; readonly high: number };
  readonly count: number;
  readonly source: string;
}

/** The accelerators named in a text. */
export declare function accelerators(text: string): Accelerator[];
