import { domainOfHfco2, domainOfTask } from './categories';
import type { ColumnMap, ColumnOverride } from './column-map';
import { type Field, SLOT } from './fields';
import { DAY, parseInstant } from './instant-text';
import { parseFloatCell } from './number-text';
import type { RecordView } from './record-view';

/** Why a row was dropped. */
export type DropReason =
  | 'co2_missing'
  | 'co2_not_positive'
  | 'parameters_missing'
  | 'size_missing'
  | 'likes_missing'
  | 'commits_missing'
  | 'downloads_missing'
  | 'date_missing'
  | 'age_negative';

/** A numeric predictor of a profile. */
export interface PredictorRule {
  /** The name of its column in the design. */
  readonly term: string;
  /** What a model file calls it. */
  readonly predictor: string;
  /** The fields it is computed from; without all of them in the export there is no such term. */
  readonly fields: readonly Field[];
  readonly transform: 'log10' | 'identity';
  /** NaN where the row does not have it. */
  read(record: RecordView): number;
  /** What `problem` may answer, in the order in which it looks. */
  readonly reasons: readonly DropReason[];
  /** Why a row with this value cannot be used; null where it can. */
  problem(value: number): DropReason | null;
}

/** How an export's records become rows of the design. */
export interface ExportProfile {
  readonly name: string;
  readonly predictors: readonly PredictorRule[];
  /** The field that tells the task domain, and how. */
  readonly domainField: Field;
  domain(text: string): string;
  /** Whether `co2_eq_emissions` is a plain number, rather than an author's words. */
  readonly numericEmissions: boolean;
}

/** A negative size or count is as good as none: it has no logarithm. */
function missing(reason: DropReason): (value: number) => DropReason | null {
  return (value) => (value >= 0 ? null : reason);
}

function wholeDays(milliseconds: number): number {
  return Math.floor(milliseconds / DAY);
}

function count(term: string, field: Field, reason: DropReason): PredictorRule {
  return {
    term,
    predictor: field,
    fields: [field],
    transform: 'log10',
    read: (record) => record.count(SLOT[field]),
    reasons: [reason],
    problem: missing(reason),
  };
}

/** Exports of the Hub, with the columns that the paper collected (section 4.1). */
export const HUB_EXPORT: ExportProfile = {
  name: 'Hub export',
  predictors: [
    count('parameters', 'parameters', 'parameters_missing'),
    count('likes', 'likes', 'likes_missing'),
    count('commits_to_date', 'commits', 'commits_missing'),
    {
      term: 'repo_age',
      predictor: 'repoAgeDays',
      fields: ['created_at', 'last_modified'],
      transform: 'identity',
      read: (record) => wholeDays(record.instant(SLOT.last_modified) - record.instant(SLOT.created_at)),
      reasons: ['date_missing', 'age_negative'],
      problem: (days) => (Number.isNaN(days) ? 'date_missing' : days < 0 ? 'age_negative' : null),
    },
  ],
  domainField: 'pipeline_tag',
  domain: domainOfTask,
  numericEmissions: false,
};

/** The day to which `HFCO2.csv` counts the age of its repositories. */
const HFCO2_SNAPSHOT = parseInstant('2023-05-01');

function float(term: string, field: Field, reason: DropReason, factor = 1): PredictorRule {
  return {
    term,
    predictor: term,
    fields: [field],
    transform: 'log10',
    read: (record) => parseFloatCell(record.value(SLOT[field])) * factor,
    reasons: [reason],
    problem: missing(reason),
  };
}

/**
 * The replication data of Castaño et al. (2023), `HFCO2.csv`: the size is in bytes of 32-bit weights, there are
 * downloads instead of commits, and no date of the last change.
 */
export const HFCO2_EXPORT: ExportProfile = {
  name: 'HFCO2.csv',
  predictors: [
    float('parameters', 'size', 'size_missing', 1 / 4),
    float('likes', 'likes', 'likes_missing'),
    float('downloads', 'downloads', 'downloads_missing'),
    {
      term: 'repo_age',
      predictor: 'repoAgeDays',
      fields: ['created_at'],
      transform: 'identity',
      read: (record) => wholeDays(HFCO2_SNAPSHOT - record.instant(SLOT.created_at)),
      reasons: ['date_missing'],
      problem: (days) => (Number.isNaN(days) ? 'date_missing' : null),
    },
  ],
  domainField: 'domain',
  domain: domainOfHfco2,
  numericEmissions: true,
};

const HFCO2_FIELDS: readonly Field[] = [
  'co2_eq_emissions',
  'size',
  'likes',
  'downloads',
  'created_at',
  'domain',
];
const HUB_FIELDS: readonly Field[] = ['parameters', 'commits', 'last_modified'];

/** Tells the shape of an export from its columns. What the user maps by hand is always read as a Hub export. */
export function profileOf(map: ColumnMap, overrides: readonly ColumnOverride[]): ExportProfile {
  const like = HFCO2_FIELDS.every((field) => map.has(field)) && !HUB_FIELDS.some((field) => map.has(field));
  return like && overrides.length === 0 ? HFCO2_EXPORT : HUB_EXPORT;
}
