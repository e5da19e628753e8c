import { existsSync, readFileSync } from 'node:fs';

import type { DesignMatrix } from '../../../../src/core/glm/design-matrix';

/** Where the reference data lie: beside the project, not in it. */
const folder = new URL('../../../../../shared/data/reference/', import.meta.url);

export const hasReferenceData = existsSync(folder);
export const referenceDataMissing = 'needs the reference data in ../shared/data/reference';

/** What statsmodels printed for one fit (`reference_*.json`). */
export interface ReferenceFit {
  readonly columns: string[];
  readonly nobs: number;
  readonly df_model: number;
  readonly df_resid: number;
  readonly params: number[];
  readonly bse: number[];
  readonly z: number[];
  readonly p: number[];
  readonly ci_low: number[];
  readonly ci_high: number[];
  readonly scale: number;
  readonly deviance: number;
  readonly null_deviance: number;
  readonly llf: number;
  readonly llnull: number;
  readonly pearson_chi2: number;
  readonly pseudo_r2_cs: number;
  readonly r2_deviance: number;
  readonly aic: number;
  readonly bic_deviance: number;
  readonly bic_llf: number;
  readonly iterations: number;
  readonly cov: number[][];
  readonly summary: string;
}

/** The same model solved with 50 digits. */
export type ExactFit = Pick<
  ReferenceFit,
  'params' | 'bse' | 'scale' | 'deviance' | 'null_deviance' | 'llf' | 'llnull' | 'pseudo_r2_cs' | 'cov'
>;

interface ReferenceInfluence {
  readonly rows: number[];
  readonly cooks_distance: number[];
  readonly leverage: number[];
  readonly resid_studentized: number[];
  readonly threshold: number;
}

interface ReferenceQq {
  readonly osm: number[];
  readonly osr: number[];
  readonly slope: number;
  readonly intercept: number;
  readonly r: number;
}

interface ReferenceVariant {
  readonly cook_iterations: {
    iteration: number;
    n: number;
    threshold: number;
    removed_rows: number[];
    max_cook: number;
  }[];
  readonly vif_steps: { vif: Record<string, number>; removed: string | null }[];
  readonly rows_final: number[];
  readonly final_fit: ReferenceFit;
  readonly final_cook_exceeding?: number;
  readonly first_influence?: ReferenceInfluence;
}

export interface Reference {
  readonly initial_fit: ReferenceFit;
  readonly initial_influence: ReferenceInfluence;
  readonly variants: Record<'cook_first' | 'vif_first', ReferenceVariant>;
  readonly qq: { before_log: ReferenceQq; after_log: ReferenceQq };
  readonly exact: {
    initial: ExactFit;
    cook_first_final: ExactFit;
    vif_first_final: ExactFit;
    initial_cooks_distance: number[];
    initial_leverage: number[];
  };
}

export interface ReferenceDesign {
  readonly design: DesignMatrix;
  /** ln grams. */
  readonly response: Float64Array;
  readonly grams: Float64Array;
  readonly rowIds: number[];
}

export function readReference(dataset: string): Reference {
  return JSON.parse(readFileSync(new URL(`reference_${dataset}.json`, folder), 'utf8')) as Reference;
}

/** A `design_*.csv`: row, id, grams, y, then the design's columns. */
export function readReferenceDesign(dataset: string): ReferenceDesign {
  const [header = '', ...lines] = readFileSync(new URL(`design_${dataset}.csv`, folder), 'utf8')
    .trim()
    .split('\n');
  const columns = header.split(',').slice(4);
  const records = lines.map((line) => line.split(','));
  const numbers = (at: number): number[] => records.map((record) => Number(record[at]));
  const values = columns.flatMap((_, j) => numbers(j + 4));
  return {
    design: { columns, rows: records.length, values: Float64Array.from(values) },
    response: Float64Array.from(numbers(3)),
    grams: Float64Array.from(numbers(2)),
    rowIds: numbers(0),
  };
}

export interface NistSet {
  readonly n: number;
  readonly p: number;
  readonly intercept: boolean;
  readonly model: string;
  readonly predictors: string[];
  readonly x: (number | number[])[];
  readonly y: number[];
  readonly certified: { params: number[]; se: number[]; residual_sd: number; r_squared: number };
}

export function readNist(): Record<string, NistSet> {
  return (JSON.parse(readFileSync(new URL('nist.json', folder), 'utf8')) as { sets: Record<string, NistSet> })
    .sets;
}

export function readLre(peer: 'ceiling' | 'statsmodels' | 'js'): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`lre_${peer}.json`, folder), 'utf8')) as Record<string, unknown>;
}

/** The design of a NIST set: powers of x where the model is a polynomial, the predictors as they are otherwise. */
export function nistDesign(set: NistSet): { design: DesignMatrix; response: Float64Array } {
  const degree = /degree (\d+)/.exec(set.model)?.[1];
  const rows = set.x.map((x) => {
    const values = typeof x === 'number' ? [x] : x;
    const predictors =
      degree === undefined
        ? values
        : Array.from({ length: Number(degree) }, (_, k) => (values[0] ?? 0) ** (k + 1));
    return set.intercept ? [1, ...predictors] : predictors;
  });
  const columns = Array.from({ length: set.p }, (_, j) => (set.intercept && j === 0 ? 'const' : `b${j}`));
  return {
    design: {
      columns,
      rows: set.n,
      values: Float64Array.from(columns.flatMap((_, j) => rows.map((row) => row[j] ?? 0))),
    },
    response: Float64Array.from(set.y),
  };
}

/** Correct digits: NIST's log relative error, 15 at most; of a certified zero, the log of the value itself. */
function correctDigits(value: number, certified: number): number {
  const error = certified === 0 ? Math.abs(value) : Math.abs(value - certified) / Math.abs(certified);
  return error === 0 ? 15 : Math.min(15, -Math.log10(error));
}

export function worstDigits(values: readonly number[], certified: readonly number[]): number {
  return Math.min(...values.map((value, j) => correctDigits(value, certified[j] ?? NaN)));
}
