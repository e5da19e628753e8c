import type { DataReader, DecodedArray } from 'hyparquet';
import * as l10n from '@vscode/l10n';
import type { ColumnFacts, Page, ParquetPages } from './parquet-pages';
import type { ParquetLibrary } from './platform';

/** How the library is to make values of a column's bytes. */
export type ColumnDecoder = Parameters<ParquetLibrary['readPage']>[2];

/** The values of a column, by the row of the row group. */
export interface Cells {
  at(row: number): unknown;
}

/**
 * A column without parts in one row group. Its pages are unpacked one after the other, each once, and only those that a
 * value is asked of: the names of a million models are asked for a few thousand times.
 */
export class ParquetColumn implements Cells {
  readonly #reader: DataReader;
  #dictionary: DecodedArray | undefined;
  #page: Page | undefined;
  /** Those of the page, once one of them was asked for. */
  #values: DecodedArray | undefined;
  /** Rows of the page. */
  #start = 0;
  #end = 0;

  /** @param chunk the bytes of the column in the row group */
  constructor(
    chunk: ArrayBuffer,
    private readonly library: ParquetLibrary,
    private readonly pages: ParquetPages,
    private readonly facts: ColumnFacts,
    private readonly decoder: ColumnDecoder,
  ) {
    this.#reader = { view: new DataView(chunk), offset: 0 };
  }

  /** @param row never before one that was asked for earlier */
  at(row: number): unknown {
    while (row >= this.#end) this.#turnPage();
    this.#values ??= this.#read();
    return this.#values[row - this.#start];
  }

  #turnPage(): void {
    const page = this.pages.next(this.#reader, this.facts);
    if (page === undefined) throw this.#tooFew();
    this.#page = page;
    this.#values = undefined;
    if (page.header.type === 'DICTIONARY_PAGE') {
      this.#dictionary = this.library.convert(this.#read(), this.decoder);
      this.#values = undefined;
      return;
    }
    this.#start = this.#end;
    this.#end += page.values;
  }

  #read(): DecodedArray {
    const page = this.#page;
    if (page === undefined) throw this.#tooFew();
    this.pages.check(page, this.facts);
    const reader = { view: this.#reader.view, offset: page.start };
    const { data = [] } = this.library.readPage(
      reader,
      page.header,
      this.decoder,
      this.#dictionary,
      undefined,
      0,
    );
    if (data.length !== page.values) throw this.#tooFew();
    return data;
  }

  #tooFew(): Error {
    return new Error(
      l10n.t('{0} has fewer values than the file has rows', this.facts.meta.path_in_schema.join('.')),
    );
  }
}
