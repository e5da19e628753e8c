import * as l10n from '@vscode/l10n';
import { Cleaning, type ReadCardEmissions } from '../refit/cleaning';
import {
  candidatePaths,
  type ColumnMap,
  type ColumnOverride,
  listed,
  recogniseColumns,
} from '../refit/column-map';
import { type Field, FIELDS } from '../refit/fields';
import { type ExportProfile, HFCO2_EXPORT, profileOf } from '../refit/profile';
import type { RecordView } from '../refit/record-view';
import { RefitError } from '../refit/refit-error';
import type { RecordSink } from './record-sink';

export interface ExportSinkOptions {
  readonly overrides: readonly ColumnOverride[];
  readonly readCardEmissions?: ReadCardEmissions | undefined;
  readonly onAdvance: (bytesConsumed: number, rowsKept: number) => void;
}

/** Understands the columns of an export's first file, and cleans the records of all. */
export class ExportSink implements RecordSink {
  profile: ExportProfile | undefined;
  columns: readonly string[] = [];
  map: ColumnMap = new Map();
  emissionsFromCards = false;
  /** Fields that have been seen in some record or header. */
  readonly present = new Set<Field>();
  /** The file that is being read, for messages. */
  fileName = '';
  #firstFile = '';
  #cleaning: Cleaning | undefined;

  constructor(private readonly options: ExportSinkOptions) {}

  begin(columns: readonly string[]): ColumnMap {
    const map = recogniseColumns(columns, this.options.overrides);
    if (this.#cleaning === undefined) this.#understand(columns, map);
    else this.#requireSameFields(map);
    return map;
  }

  candidates(field: Field): readonly string[] {
    const paths = candidatePaths(field, this.options.overrides);
    const found = this.map.get(field);
    return found === undefined ? paths : [found, ...paths.filter((path) => path !== found)];
  }

  add(record: RecordView): void {
    this.#cleaning?.add(record);
  }

  saw(fields: Iterable<Field>): void {
    for (const field of fields) this.present.add(field);
  }

  advanced(bytesConsumed: number): void {
    this.options.onAdvance(bytesConsumed, this.#cleaning?.kept ?? 0);
  }

  get total(): number {
    return this.#cleaning?.total ?? 0;
  }

  get cleaning(): Cleaning | undefined {
    return this.#cleaning;
  }

  #understand(columns: readonly string[], map: ColumnMap): void {
    this.#firstFile = this.fileName;
    this.columns = columns;
    this.map = map;
    this.profile = profileOf(map, this.options.overrides);
    this.emissionsFromCards = !map.has('co2_eq_emissions');
    const { readCardEmissions } = this.options;
    if (this.emissionsFromCards && !map.has('card_text')) {
      throw new RefitError(
        l10n.t(
          '{0} has no column of emissions and none of model cards: it has {1}. Name one with --map column=co2_eq_emissions, or a column of cards with --map column=card_text.',
          this.fileName,
          listed(columns),
        ),
      );
    }
    this.#cleaning = new Cleaning({
      profile: this.profile,
      ...(this.emissionsFromCards && readCardEmissions !== undefined ? { readCardEmissions } : {}),
    });
  }

  #requireSameFields(map: ColumnMap): void {
    const lacking = FIELDS.filter((field) => this.map.has(field) !== map.has(field));
    const field = lacking[0];
    if (field === undefined || this.profile === HFCO2_EXPORT) return;
    const [has, lacks] = map.has(field) ? [this.fileName, this.#firstFile] : [this.#firstFile, this.fileName];
    throw new RefitError(
      l10n.t('{lacks} has no column for {field}, but {has} has one: are these files of the same export?', {
        lacks,
        field,
        has,
      }),
    );
  }
}
