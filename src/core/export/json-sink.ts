import * as l10n from '@vscode/l10n';
import { shortened } from '../refit/column-map';
import { RefitError } from '../refit/refit-error';
import { isRecord } from '../is-record';
import { columnsOf, JsonRecord } from './json-record';
import type { ExportFile, RecordSink } from './record-sink';
import { grouped } from '../quantity/grouped';

/** Records that are looked at before the columns are told. */
const SAMPLE = 1000;
/** An export of models has some dozens. */
const MOST_KEYS = 10_000;

/** Takes parsed records: the first few tell the columns, then all go on. */
export class JsonSink {
  #sample: unknown[] | null = [];
  #record: JsonRecord | undefined;

  constructor(
    private readonly file: ExportFile,
    private readonly sink: RecordSink,
  ) {}

  /** @param where says how a message names the place of the record */
  add(value: unknown, where: () => string): void {
    if (!isRecord(value)) {
      throw new RefitError(
        l10n.t(
          '{0}: a record must be an object with names, such as {1}, but this is {2}.',
          where(),
          '{"model_id": …}',
          shortened(JSON.stringify(value), 30),
        ),
      );
    }
    if (this.#sample === null) {
      this.#pass(value);
      return;
    }
    this.#sample.push(value);
    if (this.#sample.length === SAMPLE) this.#begin();
  }

  end(): void {
    if (this.#sample !== null && this.#sample.length > 0) this.#begin();
    this.sink.saw(this.#record?.seen ?? []);
  }

  #begin(): void {
    const sample = this.#sample ?? [];
    this.#sample = null;
    const columns = columnsOf(sample);
    if (columns.length > MOST_KEYS) {
      throw new RefitError(
        l10n.t(
          '{0} has {1} columns; an export of models has some dozens. Is it transposed?',
          this.file.name,
          grouped(columns.length),
        ),
      );
    }
    this.sink.begin(columns);
    this.#record = new JsonRecord(this.sink);
    for (const value of sample) this.#pass(value);
  }

  #pass(value: unknown): void {
    if (this.#record === undefined) return;
    this.#record.set(value);
    this.sink.add(this.#record);
  }
}
