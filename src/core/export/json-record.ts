import { type Field, FIELDS, SLOT } from '../refit/fields';
import { descend, ValueRecord } from '../refit/record-view';
import { isRecord } from '../is-record';
import type { RecordSink } from './record-sink';

/** How deep columns are listed: `cardData.co2_eq_emissions.emissions`. */
const DEPTH = 3;

/**
 * A record of JSON. Records need not have the same keys (the Hub leaves out what a model does not have), so that each
 * field is looked for wherever it may stand.
 */
export class JsonRecord extends ValueRecord {
  readonly #places: readonly (readonly (readonly string[])[])[];
  readonly #seen = new Set<number>();
  #record: unknown;

  constructor(sink: RecordSink) {
    super();
    this.#places = FIELDS.map((field) => sink.candidates(field).map((path) => splitPath(path)));
  }

  /** Looks at the next record. */
  set(record: unknown): void {
    this.#record = record;
  }

  /** The fields that some record so far had a value for. */
  get seen(): Field[] {
    return FIELDS.filter((field) => this.#seen.has(SLOT[field]));
  }

  protected override cell(slot: number): unknown {
    for (const path of this.#places[slot] ?? []) {
      const value = this.#valueAt(path);
      if (value !== undefined && value !== null) {
        this.#seen.add(slot);
        return value;
      }
    }
    return null;
  }

  /** A key may itself hold a dot, as flattened exports write it. */
  #valueAt(path: readonly string[]): unknown {
    const whole = path.length > 1 ? descend(this.#record, [path.join('.')]) : undefined;
    return whole === undefined ? descend(this.#record, path) : whole;
  }
}

/** A dotted path, in its parts. */
export function splitPath(path: string): string[] {
  return path.split('.');
}

/** The columns of some records: their keys, and dotted paths to nested ones. */
export function columnsOf(records: readonly unknown[]): string[] {
  const columns = new Set<string>();
  const list = (value: unknown, prefix: string, depth: number): void => {
    if (!isRecord(value) || depth === 0) return;
    for (const [key, inner] of Object.entries(value)) {
      columns.add(prefix + key);
      list(inner, `${prefix}${key}.`, depth - 1);
    }
  };
  for (const record of records) list(record, '', DEPTH);
  return [...columns];
}
