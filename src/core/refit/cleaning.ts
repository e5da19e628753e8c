import { organizationOf } from './categories';
import type { CleanedExport, DroppedExample, DroppedRows, ReadingCounts } from './cleaned-export';
import { shortened } from './column-map';
import {
  type EmissionsOrigin,
  findCardFigure,
  parseReportedEmissions,
  resolveGrams,
  type StatedAmount,
} from './emissions-text';
import { type Field, SLOT } from './fields';
import { CategoryColumn, DoubleColumn, IndexColumn } from './growing-column';
import { parseFloatCell } from './number-text';
import type { DropReason, ExportProfile, PredictorRule } from './profile';
import type { CellValue, NumberAndWords, RecordView } from './record-view';
import { RowRanges } from './row-ranges';

/**
 * Reads the `co2_eq_emissions` that a whole model card (a README.md) declares in its front matter, as it is written
 * there: a number of grams, or text such as "1.2 kg".
 *
 * @returns null where the card declares nothing
 */
export type ReadCardEmissions = (card: string) => string | number | null;

export interface CleaningOptions {
  readonly profile: ExportProfile;
  /** Given where an export has cards but no column of emissions: the cards then tell them. */
  readonly readCardEmissions?: ReadCardEmissions;
}

/** Rows beyond these are known by their number only, so that names never weigh more than the numbers. */
const MOST_NAMES = 100_000;
const MOST_EXAMPLES = 20;

const ORIGINS: readonly EmissionsOrigin[] = ['reported', 'card_unit_override', 'card'];
const UNITS = ['none', 'g', 'kg'] as const;

interface Predictor {
  readonly rule: PredictorRule;
  readonly values: DoubleColumn;
}

/**
 * Cleans an export record by record (paper, section 4.2). Memory grows with the rows that report emissions:
 * a row without an amount leaves only its number, within a run.
 */
export class Cleaning {
  readonly #profile: ExportProfile;
  readonly #readCardEmissions: ReadCardEmissions | undefined;
  readonly #rows = new IndexColumn();
  readonly #grams = new DoubleColumn();
  readonly #readings = new IndexColumn();
  readonly #predictors: readonly Predictor[];
  readonly #domains: CategoryColumn;
  readonly #organizations = new CategoryColumn(organizationOf);
  readonly #names: (string | null)[] = [];
  readonly #dropped = new Map<DropReason, RowRanges>();
  readonly #examples = new Map<DropReason, DroppedExample[]>();
  #total = 0;
  #reading = 0;

  constructor({ profile, readCardEmissions }: CleaningOptions) {
    this.#profile = profile;
    this.#readCardEmissions = readCardEmissions;
    this.#domains = new CategoryColumn((text) => profile.domain(text));
    this.#predictors = profile.predictors.map((rule) => ({ rule, values: new DoubleColumn() }));
  }

  /** Records read so far. */
  get total(): number {
    return this.#total;
  }

  /** Rows kept so far: those that report a positive amount. */
  get kept(): number {
    return this.#rows.length;
  }

  /** Takes the next record. */
  add(record: RecordView): void {
    const row = this.#total++;
    const grams = this.#profile.numericEmissions
      ? parseFloatCell(record.value(SLOT.co2_eq_emissions))
      : this.#gramsOf(record);
    if (!(grams > 0)) {
      const reason = grams <= 0 ? 'co2_not_positive' : 'co2_missing';
      this.#drop(reason, row);
      this.#remember(reason, row, record, 'co2_eq_emissions');
      return;
    }
    this.#keep(row, grams, record);
  }

  /**
   * Drops the kept rows that lack a predictor, each for the first reason in the profile's order, and hands over the
   * rest: nothing can be added afterwards.
   *
   * @param present the fields that the export has; a predictor without its fields is left out, not missing
   */
  finish(present: ReadonlySet<Field>): CleanedExport {
    const usable = this.#predictors.filter(({ rule }) => rule.fields.every((field) => present.has(field)));
    const used = this.#usableRows(usable);
    return {
      total: this.#total,
      rows: this.#rows.take(used),
      names: this.#usedNames(used),
      grams: this.#grams.take(used),
      predictors: usable.map(({ rule, values }) => ({
        term: rule.term,
        predictor: rule.predictor,
        transform: rule.transform,
        values: values.take(used),
      })),
      domains: { names: this.#domains.names, codes: this.#domains.codes.take(used) },
      organizations: { names: this.#organizations.names, codes: this.#organizations.codes.take(used) },
      dropped: this.#droppedRows(),
      readings: countReadings(this.#readings.take(used)),
      absentTerms: this.#predictors.filter((column) => !usable.includes(column)).map(({ rule }) => rule.term),
    };
  }

  /** Places of the kept rows that have every predictor. */
  #usableRows(predictors: readonly Predictor[]): Uint32Array {
    const places = new Uint32Array(this.kept);
    let count = 0;
    for (let i = 0; i < places.length; i++) {
      const reason = firstProblem(predictors, i);
      if (reason === null) places[count++] = i;
      else this.#drop(reason, this.#rows.at(i));
    }
    return places.subarray(0, count);
  }

  #gramsOf(record: RecordView): number {
    const card = textOf(record.value(SLOT.card_text));
    const reported = parseReportedEmissions(this.#reportedCell(record, card));
    const resolved = resolveGrams(reported, findCardFigure(card));
    if (resolved === null) return NaN;
    this.#reading = ORIGINS.indexOf(resolved.origin) * UNITS.length + UNITS.indexOf(writtenUnit(reported));
    return resolved.grams;
  }

  #reportedCell(record: RecordView, card: string | null): CellValue | NumberAndWords {
    if (this.#readCardEmissions === undefined) return record.amount(SLOT.co2_eq_emissions);
    // Reading a card's YAML costs a thousand times more than this look.
    return card?.includes('co2_eq_emissions') === true ? this.#readCardEmissions(card) : null;
  }

  #keep(row: number, grams: number, record: RecordView): void {
    this.#rows.push(row);
    this.#grams.push(grams);
    this.#readings.push(this.#reading);
    for (const { rule, values } of this.#predictors) {
      const value = rule.read(record);
      values.push(value);
      const problem = rule.problem(value);
      if (problem !== null) this.#remember(problem, row, record, ...rule.fields);
    }
    this.#domains.push(record.category(SLOT[this.#profile.domainField]));
    this.#organizations.push(record.category(SLOT.org_type));
    if (this.#names.length < MOST_NAMES) this.#names.push(textOf(record.value(SLOT.model_id)));
  }

  #drop(reason: DropReason, row: number): void {
    const rows = this.#dropped.get(reason) ?? new RowRanges();
    rows.add(row);
    this.#dropped.set(reason, rows);
  }

  #remember(reason: DropReason, row: number, record: RecordView, ...fields: readonly Field[]): void {
    const examples = this.#examples.get(reason) ?? [];
    if (examples.length >= MOST_EXAMPLES) return;
    const cells = fields.map((field) => textOf(record.value(SLOT[field])) ?? '');
    if (cells.every((cell) => cell.trim() === '')) return;
    examples.push({
      row,
      name: textOf(record.value(SLOT.model_id)),
      cell: cells.map((cell) => shortened(cell)).join(' … '),
    });
    this.#examples.set(reason, examples);
  }

  #usedNames(used: Uint32Array): (string | null)[] {
    const names: (string | null)[] = [];
    if (this.#names.every((name) => name === null)) return names;
    for (const i of used) {
      if (i >= this.#names.length) break;
      names.push(this.#names[i] ?? null);
    }
    return names;
  }

  #droppedRows(): DroppedRows[] {
    const later = this.#profile.predictors.flatMap(({ reasons }) => reasons);
    return (['co2_missing', 'co2_not_positive', ...later] as const).flatMap((reason) => {
      const rows = this.#dropped.get(reason);
      if (rows === undefined) return [];
      const examples = this.#examples.get(reason) ?? [];
      return [{ reason, rows, examples: examples.filter(({ row }) => rows.has(row)) }];
    });
  }
}

function firstProblem(predictors: readonly Predictor[], row: number): DropReason | null {
  for (const { rule, values } of predictors) {
    const problem = rule.problem(values.at(row));
    if (problem !== null) return problem;
  }
  return null;
}

function countReadings(codes: Uint32Array): ReadingCounts {
  const origin = { reported: 0, card_unit_override: 0, card: 0 };
  const unit = { none: 0, g: 0, kg: 0 };
  const rows = new Uint32Array(ORIGINS.length * UNITS.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    rows[code] = (rows[code] ?? 0) + 1;
  }
  for (const [code, count] of rows.entries()) {
    const from = ORIGINS[Math.floor(code / UNITS.length)];
    const written = UNITS[code % UNITS.length];
    if (from !== undefined) origin[from] += count;
    if (written !== undefined && from !== 'card') unit[written] += count;
  }
  return { origin, unit };
}

function writtenUnit(amount: StatedAmount | null): (typeof UNITS)[number] {
  return amount?.explicit === true ? amount.unit : 'none';
}

function textOf(value: CellValue): string | null {
  return typeof value === 'number' ? String(value) : value;
}
