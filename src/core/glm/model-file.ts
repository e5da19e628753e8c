import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { excerpt } from '../card/excerpt';
import { isNestedDeeper } from '../json/json-shape';

/** The version of the model file that this program writes; it reads this one and none newer. */
export const MODEL_FILE_VERSION = 1;

/** What the file says it is, so that another JSON file is told at once. */
export const MODEL_FILE_FORMAT = 'model-card-co2/emissions-model';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(finite, v.gtValue(0));
const text = v.pipe(v.string(), v.nonEmpty());

/** How a term is computed from a predictor. */
const transform = v.variant('kind', [
  v.object({ kind: v.literal('intercept') }),
  /** The predictor as it is. */
  v.object({ kind: v.literal('identity'), predictor: text }),
  /** log10(predictor + offset). */
  v.object({ kind: v.literal('log10'), predictor: text, offset: v.pipe(finite, v.minValue(0)) }),
  /** 1 where the predictor is this category, 0 elsewhere. */
  v.object({ kind: v.literal('indicator'), predictor: text, category: text }),
]);

/** Where a figure of the training data comes from. */
const basis = v.picklist(['counted', 'reported', 'estimated']);

const term = v.object({
  /** The column's name in the fit. */
  name: text,
  transform,
  coefficient: finite,
  standardError: v.pipe(finite, v.minValue(0)),
  z: v.nullable(finite),
  p: v.nullable(v.pipe(finite, v.minValue(0), v.maxValue(1))),
  /** The 95 % confidence interval. */
  interval: v.nullable(v.tuple([finite, finite])),
});

const range = v.pipe(
  v.object({ min: finite, max: finite, basis, note: v.optional(text) }),
  v.check(
    ({ min, max }) => min <= max,
    () => l10n.t('the least value of a range is above its greatest'),
  ),
);

const categories = v.object({
  /** Categories whose rows were in the training data without a term of their own. */
  baseline: v.array(text),
  /** Rows of each category in the training data, where known. */
  rows: v.record(text, v.object({ count, basis })),
});

const fields = v.object({
  format: v.literal(MODEL_FILE_FORMAT),
  version: v.literal(MODEL_FILE_VERSION),
  title: text,
  /** What is predicted: the natural logarithm of grams of CO₂eq. */
  response: v.object({ name: text, unit: v.literal('g'), transform: v.literal('ln') }),
  family: v.literal('gaussian'),
  link: v.literal('identity'),
  terms: v.pipe(v.array(term), v.minLength(1), v.maxLength(1000)),
  /** Residual variance of the response. */
  scale: positive,
  /** Covariance of the coefficients in the order of the terms; null where unknown. */
  covariance: v.nullable(v.array(v.array(finite))),
  fit: v.object({
    rows: count,
    dfModel: count,
    dfResid: count,
    iterations: count,
    logLik: finite,
    deviance: finite,
    pearsonChi2: finite,
    pseudoR2CS: finite,
    r2Deviance: finite,
  }),
  training: v.object({
    /** Of each numeric predictor, in its own unit; null where unknown. */
    ranges: v.record(text, v.nullable(range)),
    /** Of each categorical predictor. */
    categories: v.record(text, categories),
  }),
  provenance: v.object({
    title: text,
    source: text,
    /** ISO 8601. */
    date: v.nullable(text),
    /** SHA-256 of the export, where there was one. */
    exportHash: v.nullable(v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))),
    /** What to know about this model, in sentences. */
    notes: v.array(text),
  }),
});

const schema = v.pipe(
  fields,
  v.check(
    ({ terms }) => new Set(terms.map(({ name }) => name)).size === terms.length,
    () => l10n.t('two terms have one name'),
  ),
  v.check(
    ({ terms, covariance }) => covariance === null || isCovariance(covariance, terms.length),
    () => l10n.t('the covariance is not a symmetric matrix with a row for each term'),
  ),
);

/** A fitted model of emissions: everything that prediction needs, and where it comes from. Plain data. */
export type EmissionsModel = v.InferOutput<typeof schema>;

export type ModelTerm = EmissionsModel['terms'][number];
export type TermTransform = ModelTerm['transform'];
export type TrainingRange = NonNullable<EmissionsModel['training']['ranges'][string]>;
export type TrainingCategories = EmissionsModel['training']['categories'][string];

/** A file that is no model this program can use; the message says why. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

/** What is wrong may quote what stands in the file. */
const LONGEST_PROBLEM = 200;

/** No model has more than some kilobytes; what is larger is something else. In characters, or bytes of UTF-8. */
const MODEL_FILE_LIMIT = 10_000_000;

/** Six are written. The limit above leaves room for millions, which take seconds to build. */
const MOST_LEVELS = 20;

/**
 * Reads a model file.
 *
 * @param json the file's text.
 * @throws ModelFileError with a sentence for the user.
 */
export function readModelFile(json: string): EmissionsModel {
  refuseLargeModelFile(json.length);
  if (isNestedDeeper(json, MOST_LEVELS))
    throw new ModelFileError(
      l10n.t(
        'This file is nested more than {0} levels deep, so it is no emissions model, or a damaged one.',
        MOST_LEVELS,
      ),
    );
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new ModelFileError(
      l10n.t('This file is not valid JSON, so it is no emissions model, or a damaged one.'),
    );
  }
  return checkModel(value);
}

/** Refuses a file by its size, before it is read. @throws ModelFileError with a sentence for the user. */
export function refuseLargeModelFile(bytes: number): void {
  if (bytes > MODEL_FILE_LIMIT)
    throw new ModelFileError(
      l10n.t(
        'This file has more than {0} MB, so it is no emissions model, which has some kilobytes.',
        MODEL_FILE_LIMIT / 1e6,
      ),
    );
}

/** Checks a model that has been read already. @throws ModelFileError with a sentence for the user. */
export function checkModel(value: unknown): EmissionsModel {
  const head = v.safeParse(v.object({ format: v.literal(MODEL_FILE_FORMAT), version: v.number() }), value);
  if (!head.success) {
    throw new ModelFileError(
      l10n.t('This file is not an emissions model; “refit” writes them with its option --out.'),
    );
  }
  const { version } = head.output;
  if (version > MODEL_FILE_VERSION) {
    throw new ModelFileError(
      l10n.t(
        'This model is in version {0} of the format, which is newer than this program knows ({1}). Update Model Card CO₂ to use it.',
        version,
        MODEL_FILE_VERSION,
      ),
    );
  }
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  const problem = excerpt(issue.message, LONGEST_PROBLEM);
  throw new ModelFileError(
    path === null
      ? l10n.t('This emissions model is damaged: {0}.', problem)
      : l10n.t('This emissions model is damaged at “{0}”: {1}.', excerpt(path), problem),
  );
}

/** The text of a model file. */
export function writeModelFile(model: EmissionsModel): string {
  return `${JSON.stringify(model, null, 2)}\n`;
}

/** Square, symmetric, with no negative variance. */
function isCovariance(matrix: readonly (readonly number[])[], size: number): boolean {
  return (
    matrix.length === size &&
    matrix.every(
      (row, j) =>
        row.length === size &&
        (row[j] ?? -1) >= 0 &&
        row.every((value, k) => Math.abs(value - (matrix[k]?.[j] ?? NaN)) <= 1e-9 * Math.abs(value)),
    )
  );
}
