import type { EmissionsOrigin } from './emissions-text';
import type { DropReason } from './profile';
import type { RowRanges } from './row-ranges';

/** A row that was dropped, with the words that could not be used. */
export interface DroppedExample {
  readonly row: number;
  /** The model's name, where the export has one. */
  readonly name: string | null;
  /** What stood in the cell. */
  readonly cell: string;
}

/** The rows of one reason. */
export interface DroppedRows {
  readonly reason: DropReason;
  readonly rows: RowRanges;
  /** The first few of them whose cell was not simply empty. */
  readonly examples: readonly DroppedExample[];
}

/** A numeric predictor over the used rows, before its transform. */
export interface PredictorColumn {
  readonly term: string;
  /** What a model file calls it. */
  readonly predictor: string;
  readonly transform: 'log10' | 'identity';
  readonly values: Float64Array;
}

/** A categorical predictor over the used rows. */
export interface CategoryCodes {
  readonly names: readonly string[];
  /** For each row, the place of its name in `names`. */
  readonly codes: Uint32Array;
}

/** How the amounts of the used rows were arrived at; each counts rows. */
export interface ReadingCounts {
  readonly origin: Readonly<Record<EmissionsOrigin, number>>;
  /** The unit as written: none, grams or kilograms. */
  readonly unit: Readonly<Record<'none' | 'g' | 'kg', number>>;
}

/** An export after cleaning; every array runs along the used rows. */
export interface CleanedExport {
  /** Records read. */
  readonly total: number;
  /** Record numbers of the used rows, 0-based over all files, ascending. */
  readonly rows: Uint32Array;
  /** Names of the used rows' models; as long as the first rows that are named, and empty without a column of names. */
  readonly names: readonly (string | null)[];
  readonly grams: Float64Array;
  readonly predictors: readonly PredictorColumn[];
  readonly domains: CategoryCodes;
  readonly organizations: CategoryCodes;
  /** In the order in which the reasons are tried. */
  readonly dropped: readonly DroppedRows[];
  readonly readings: ReadingCounts;
  /** Predictors that the export has no columns for. */
  readonly absentTerms: readonly string[];
}
